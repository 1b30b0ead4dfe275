package dev.likeness.gallery.developing;

/** More pictures wait to be developed than may; trying again helps. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1;

    Busy(Throwable cause) {
        super("Too many pictures wait to be developed", cause);
    }
}
