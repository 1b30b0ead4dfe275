package dev.likeness.training.polling;

import dev.likeness.training.run.Training.AtProvider;
import dev.likeness.training.run.Training.Running;
import dev.likeness.training.run.Training.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenth of what is left, or of what has passed while that is not known: a short training is asked
 * after often. Where there are many, they share the looks that there are.
 */
final class PollPace {

    private static final int PARTS = 10;

    private final Duration min;
    private final Duration max;
    private final int looksPerMinute;

    PollPace(PollProperties properties) {
        this.min = properties.min();
        this.max = properties.max();
        this.looksPerMinute = properties.looksPerMinute();
    }

    /** @param crowd how many trainings are looked after */
    Duration next(AtProvider training, Instant now, int crowd) {
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
        return longer(share(crowd), wanted.compareTo(min) < 0 ? min : wanted.compareTo(max) > 0 ? max : wanted);
    }

    /** @param asked when the provider wants to be asked again, if it said so */
    Duration afterFailure(Optional<Duration> asked, int crowd) {
        return longer(share(crowd), longer(max, asked.orElse(Duration.ZERO)));
    }

    /** How often each of them can be looked at. */
    private Duration share(int crowd) {
        return Duration.ofMillis(60_000L * crowd / looksPerMinute);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
