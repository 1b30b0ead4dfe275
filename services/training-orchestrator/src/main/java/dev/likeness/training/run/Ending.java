package dev.likeness.training.run;

import static dev.likeness.training.run.Decision.become;

import dev.likeness.training.run.Effect.AnnounceEnd;
import dev.likeness.training.run.Effect.CleanUp;
import dev.likeness.training.run.Training.AtProvider;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Live;
import java.time.Instant;
import java.util.Optional;

/** The one way into the end. */
final class Ending {

    private Ending() {}

    static Decision failed(Live live, FailureReason reason, Instant now) {
        return of(live, new Outcome.Failed(reason), now);
    }

    static Decision stopped(Live live, Stop stop, Instant now) {
        return of(live, stop.outcome(), now);
    }

    static Decision of(Live live, Outcome outcome, Instant now) {
        Optional<String> providerId = live instanceof AtProvider accepted
                ? Optional.of(accepted.providerId())
                : Optional.empty();
        return become(new Ended(live.plan(), live.attempt(), providerId, outcome, now), new AnnounceEnd(outcome),
                new CleanUp());
    }
}
