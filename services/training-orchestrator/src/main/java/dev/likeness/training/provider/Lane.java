package dev.likeness.training.provider;

/**
 * What a call is for. Each kind has room of its own, so that a crowd of looks can't keep a training
 * from being stopped.
 */
enum Lane {
    /** The paid call and what it needs to know first. */
    PAY(true),
    /** Stopping and removing. */
    STOP(true),
    /** Handing over a ZIP. */
    SEND(true),
    LOOK(false),
    LIST(false);

    private final boolean urgent;

    Lane(boolean urgent) {
        this.urgent = urgent;
    }

    /** Whether it may use what of the budget is kept back from the others. */
    boolean urgent() {
        return urgent;
    }
}
