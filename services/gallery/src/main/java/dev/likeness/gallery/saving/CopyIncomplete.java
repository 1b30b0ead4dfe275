package dev.likeness.gallery.saving;

/** The copy has not got the size of the portrait; trying again may help. */
public final class CopyIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1;

    CopyIncomplete(long copied, long wanted) {
        super("A copy has " + copied + " bytes instead of " + wanted);
    }
}
