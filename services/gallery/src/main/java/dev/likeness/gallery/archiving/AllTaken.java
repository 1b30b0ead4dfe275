package dev.likeness.gallery.archiving;

/** As many archives are being sent as may be at once; trying again later helps. */
public final class AllTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    AllTaken() {
        super("All places for archives are taken");
    }
}
