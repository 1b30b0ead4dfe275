package dev.likeness.training.polling;

import dev.likeness.training.run.Training.AtProvider;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.run.Training.Submitted;
import java.time.Duration;
import java.time.Instant;

/**
 * A tenth of what is left, or of what has passed while that is not known: a short training is asked
 * after often.
 */
final class PollPace {

    private static final int PARTS = 10;

    private final Duration min;
    private final Duration max;

    PollPace(Duration min, Duration max) {
        this.min = min;
        this.max = max;
    }

    Duration next(AtProvider training, Instant now) {
        if (training.stop().isPresent()) {
            return min;
        }
        Duration span = switch (training) {
            case Submitted submitted -> Duration.between(submitted.acceptedAt(), now);
            case Running running -> running.progress()
                    .estimatedEnd()
                    .map(end -> Duration.between(now, end))
                    .orElseGet(() -> Duration.between(running.progress().since(), now));
        };
        Duration wanted = span.dividedBy(PARTS);
        return wanted.compareTo(min) < 0 ? min : wanted.compareTo(max) > 0 ? max : wanted;
    }
}
