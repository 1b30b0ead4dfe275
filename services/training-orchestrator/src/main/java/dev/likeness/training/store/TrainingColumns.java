package dev.likeness.training.store;

import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Stillness;
import dev.likeness.training.run.Stop;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingState;
import java.time.Instant;
import java.util.Optional;

/** What of a training its row says, beside the plan; empty: the row keeps what it says already. */
record TrainingColumns(TrainingState state, int attempt, Optional<Stop> stop, Optional<Instant> acceptedAt,
        Optional<Progress> progress, Optional<Stillness> still, Optional<Outcome> outcome, Optional<Instant> endedAt,
        boolean unsettled) {

    static TrainingColumns of(Training.Live live) {
        return new TrainingColumns(TrainingState.of(live), live.attempt(),
                live instanceof Training.Committed committed ? committed.stop() : Optional.empty(),
                live instanceof Training.Submitted submitted ? Optional.of(submitted.acceptedAt()) : Optional.empty(),
                live instanceof Training.Running running ? Optional.of(running.progress()) : Optional.empty(),
                live instanceof Training.AtProvider accepted ? Optional.of(accepted.still()) : Optional.empty(),
                Optional.empty(), Optional.empty(), false);
    }

    static TrainingColumns of(Training.Ended ended) {
        return new TrainingColumns(TrainingState.of(ended), ended.attempt(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(ended.outcome()), Optional.of(ended.at()),
                ended.settlement() instanceof Settlement.Open);
    }

    Optional<String> failure() {
        return outcome.flatMap(end -> end instanceof Outcome.Failed(var reason)
                ? Optional.of(reason.name())
                : Optional.empty());
    }

    Optional<Outcome.Succeeded> success() {
        return outcome.flatMap(end -> end instanceof Outcome.Succeeded succeeded
                ? Optional.of(succeeded)
                : Optional.empty());
    }
}
