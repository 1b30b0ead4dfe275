package dev.likeness.sandbox.behaviour;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * A fault in waiting.
 *
 * @param times how often it still shows; {@link #ALWAYS} where it is never used up
 * @param probability that it shows when it could, 0 to 1
 * @param seed of the draws, so that the same calls meet the same faults
 * @param delay of what comes late; in the {@code retry_after} of {@code error429}, in whole seconds
 */
public record Fault(Operation operation, FaultKind kind, int times, double probability, long seed, Duration delay) {

    /** Where the one that struck is kept for those who have to act on it. */
    public static final String ATTRIBUTE = Fault.class.getName();

    static final Duration DELAY = Duration.ofSeconds(5);
    static final int ALWAYS = Integer.MAX_VALUE;

    Fault once() {
        return new Fault(operation, kind, times - 1, probability, seed, delay);
    }

    boolean isUsedUp() {
        return times < 1;
    }

    boolean isCounted() {
        return times != ALWAYS;
    }

    /** @param asked which occasion it is, from 0 */
    boolean strikes(long asked) {
        return probability >= 1 || new SplittableRandom(seed ^ asked * 0x9E37_79B9_7F4A_7C15L
                ^ kind.text().hashCode() * 0x5851_F42D_4C95_7F2DL).nextDouble() < probability;
    }
}
