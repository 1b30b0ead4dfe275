package dev.likeness.gallery.developing;

/** How large a thumbnail is. */
public enum ThumbnailSize {
    SMALL,
    LARGE
}
