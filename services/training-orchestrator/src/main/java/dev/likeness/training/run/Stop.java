package dev.likeness.training.run;

/** Why a training that is still under way is to end without a model. */
public enum Stop {
    CANCELED,
    TIMED_OUT;

    Outcome outcome() {
        return switch (this) {
            case CANCELED -> new Outcome.Canceled();
            case TIMED_OUT -> new Outcome.TimedOut();
        };
    }
}
