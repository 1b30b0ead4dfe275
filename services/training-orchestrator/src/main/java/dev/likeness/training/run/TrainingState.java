package dev.likeness.training.run;

/** The name of a training's state, for rows and for people. */
public enum TrainingState {
    REQUESTED,
    PACKAGING,
    SUBMITTING,
    UNKNOWN,
    SUBMITTED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    TIMED_OUT;

    /** @throws IllegalArgumentException for a training that nobody has heard of */
    public static TrainingState of(Training training) {
        return switch (training) {
            case Training.Unheard unheard -> throw new IllegalArgumentException("Nobody has heard of " + unheard.id());
            case Training.Requested _ -> REQUESTED;
            case Training.Packaging _ -> PACKAGING;
            case Training.Intended _ -> SUBMITTING;
            case Training.Unknown _ -> UNKNOWN;
            case Training.Submitted _ -> SUBMITTED;
            case Training.Running _ -> RUNNING;
            case Training.Ended ended -> of(ended.outcome());
        };
    }

    static TrainingState of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> SUCCEEDED;
            case Outcome.Failed _ -> FAILED;
            case Outcome.Canceled _ -> CANCELED;
            case Outcome.TimedOut _ -> TIMED_OUT;
        };
    }

    public boolean ended() {
        return compareTo(SUCCEEDED) >= 0;
    }
}
