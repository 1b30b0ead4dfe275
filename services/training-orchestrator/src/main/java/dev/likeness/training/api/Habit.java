package dev.likeness.training.api;

import java.time.Duration;

/**
 * How long trainings take, from the request to the end.
 *
 * @param before what is packed, waited for and saved, beside the training itself
 * @param lowPerStep of ten trainings one is faster
 * @param perStep the median
 * @param highPerStep of ten trainings one is slower
 * @param learned from past trainings of ours; otherwise from what others saw
 */
record Habit(Duration before, Duration lowPerStep, Duration perStep, Duration highPerStep, boolean learned) {

    /** Enough to learn from. */
    static final int ENOUGH = 5;

    /** 30 to 45 minutes, as the provider's users see with some 1,200 steps. */
    static final Habit FIRST = new Habit(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofMillis(1_875),
            Duration.ofMillis(2_250), false);

    Duration low(int steps) {
        return before.plus(lowPerStep.multipliedBy(steps));
    }

    Duration likely(int steps) {
        return before.plus(perStep.multipliedBy(steps));
    }

    Duration high(int steps) {
        return before.plus(highPerStep.multipliedBy(steps));
    }
}
