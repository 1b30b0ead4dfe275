package dev.likeness.training.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the provider has come.
 *
 * @param since when the provider was first seen working on it
 * @param movedAt when the steps last grew
 * @param announced the steps that were told last
 * @param announcedAt when
 */
public record Progress(Steps steps, Instant since, Instant movedAt, Steps announced, Instant announcedAt) {

    static Progress begun(Steps steps, Instant now) {
        return new Progress(steps, now, now, Steps.NONE, now);
    }

    Progress seen(Steps seen, Instant now) {
        Steps further = steps.max(seen);
        return further.equals(steps) ? this : new Progress(further, since, now, announced, announcedAt);
    }

    boolean worthTelling(Instant now, Duration every) {
        return steps.done() > announced.done()
                && (announced.total() == 0 || !now.isBefore(announcedAt.plus(every)));
    }

    Progress told(Instant now) {
        return new Progress(steps, since, movedAt, steps, now);
    }

    /** By the pace so far; empty before the first step. */
    public Optional<Instant> estimatedEnd() {
        long spent = Duration.between(since, movedAt).toMillis();
        if (steps.done() <= 0 || steps.total() < steps.done() || spent <= 0) {
            return Optional.empty();
        }
        return Optional.of(since.plusMillis(spent * steps.total() / steps.done()));
    }
}
