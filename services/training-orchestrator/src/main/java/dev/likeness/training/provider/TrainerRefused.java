package dev.likeness.training.provider;

import dev.likeness.training.run.FailureReason;

/** The provider said no, for good. */
public final class TrainerRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final FailureReason reason;

    TrainerRefused(FailureReason reason, String what) {
        super("The provider refused: " + what, null, false, false);
        this.reason = reason;
    }

    public FailureReason reason() {
        return reason;
    }
}
