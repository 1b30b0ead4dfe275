package dev.likeness.training;

import dev.likeness.training.run.Retry;
import dev.likeness.training.run.Training;

/** What came of the wish to try a training again. */
public sealed interface Retried {

    /**
     * @param training the new one as it stands now: also where it was asked for before, and where it
     * ended at once, such as for the spend cap
     */
    record Taken(Training training) implements Retried {}

    record Refused(Retry.Why why) implements Retried {}
}
