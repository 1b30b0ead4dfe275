package dev.likeness.upload.keeping;

/**
 * An object was tidied away before a photo could refer to it: its upload took longer than any is
 * given.
 */
public final class ObjectGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    ObjectGone() {
        super("The object was tidied away before it was kept");
    }
}
