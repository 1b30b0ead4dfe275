package dev.likeness.training.run;

import java.time.Duration;

/**
 * What a training will take; the high one is set aside for each attempt.
 *
 * @param low to {@code high}: of training at the provider, without packing and waiting
 * @param lowMicros to {@code highMicros}: in millionths of a US dollar
 */
public record Estimate(Duration low, Duration likely, Duration high, long lowMicros, long likelyMicros,
        long highMicros) {

    static Estimate of(Recipe recipe, Pace pace, Terms terms) {
        Duration low = pace.low().multipliedBy(recipe.steps());
        Duration likely = pace.likely().multipliedBy(recipe.steps());
        Duration high = pace.high().multipliedBy(recipe.steps());
        return new Estimate(low, likely, high, terms.cost(low), terms.cost(likely), terms.cost(high));
    }
}
