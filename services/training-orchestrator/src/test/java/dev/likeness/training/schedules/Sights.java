package dev.likeness.training.schedules;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingState;
import java.util.EnumMap;
import java.util.Map;

/** What a schedule came upon, so that it can be said how often what was tested. */
final class Sights {

    final Map<TrainingState, Integer> states = new EnumMap<>(TrainingState.class);
    final Map<FailureReason, Integer> failures = new EnumMap<>(FailureReason.class);
    int retries;
    int lateSettlements;

    void add(Step step) {
        for (Step.Change change : step.changes) {
            if (change.before() instanceof Training.Ended) {
                lateSettlements++;
            } else if (!(change.after() instanceof Training.Unheard)) {
                states.merge(TrainingState.of(change.after()), 1, Integer::sum);
                retries += change.before() instanceof Training.Unheard && change.row().retryOf.isPresent() ? 1 : 0;
                end(change);
            }
        }
    }

    private void end(Step.Change change) {
        if (change.after() instanceof Training.Ended end && end.outcome() instanceof Outcome.Failed(var reason)) {
            failures.merge(reason, 1, Integer::sum);
        }
    }
}
