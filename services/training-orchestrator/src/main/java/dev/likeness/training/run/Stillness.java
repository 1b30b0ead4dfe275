package dev.likeness.training.run;

import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing has moved, as far as the provider was heard from: what happened while it could
 * not be reached, nobody has seen.
 *
 * @param since when the still time began that was watched without a gap
 * @param seenAt about when the provider was last heard from; kept coarsely, so that not every look
 * has to be written down
 */
public record Stillness(Instant since, Instant seenAt) {

    private static final int GAP = 2;
    private static final int MARK = 8;

    static Stillness begun(Instant now) {
        return new Stillness(now, now);
    }

    /** Heard from, and nothing has moved. */
    Stillness still(Instant now, Duration stallAfter) {
        Duration unheard = Duration.between(seenAt, now);
        if (unheard.compareTo(stallAfter.dividedBy(GAP)) > 0) {
            return begun(now);
        }
        return unheard.compareTo(stallAfter.dividedBy(MARK)) > 0 ? new Stillness(since, now) : this;
    }

    boolean lasts(Duration stallAfter, Instant now) {
        return !now.isBefore(since.plus(stallAfter));
    }
}
