package dev.likeness.gallery;

/** The kinds of slow work; the key of each is the portrait's id. */
public final class GalleryWork {

    public static final String EXPIRE_PREVIEW = "expire-preview";

    /** Its payload is the copy's name in the bucket of the gallery. */
    public static final String REMOVE_COPY = "remove-copy";

    private GalleryWork() {}
}
