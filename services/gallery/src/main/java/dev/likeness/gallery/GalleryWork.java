package dev.likeness.gallery;

import dev.likeness.gallery.portrait.PortraitId;
import java.time.Instant;

/** The kinds of slow work; the key of each is the portrait's id where nothing else is said. */
public final class GalleryWork {

    public static final String EXPIRE_PREVIEW = "expire-preview";

    /** Its payload is the copy's name in the bucket of the gallery. */
    public static final String REMOVE_COPY = "remove-copy";

    /** Thumbnails, placeholder and measures of a new picture. */
    public static final String DEVELOP = "develop";

    /** Its key is {@link #emptyingKey}. */
    public static final String EMPTY_TRASH = "empty-trash";

    private static final String TRASHED_AT = "@";

    private GalleryWork() {}

    /** One for each time that a portrait is thrown away. */
    public static String emptyingKey(PortraitId id, Instant trashedAt) {
        return id + TRASHED_AT + trashedAt.toEpochMilli();
    }

    /** The portrait of such a key. */
    public static PortraitId emptied(String key) {
        return new PortraitId(key.substring(0, key.indexOf(TRASHED_AT)));
    }
}
