package dev.likeness.training.run;

/** Why a training that is still under way is to end without a model. */
public enum Stop {
    CANCELED,
    TIMED_OUT,
    /** The provider was heard from for long enough, and nothing moved. */
    STALLED;

    Outcome outcome() {
        return switch (this) {
            case CANCELED -> new Outcome.Canceled();
            case STALLED -> new Outcome.Failed(FailureReason.STALLED);
            case TIMED_OUT -> new Outcome.TimedOut();
        };
    }
}
