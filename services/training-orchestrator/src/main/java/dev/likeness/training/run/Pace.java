package dev.likeness.training.run;

import java.time.Duration;

/**
 * How long a step of a training takes: of ten, one is shorter than the low and one longer than the
 * high.
 */
public record Pace(Duration low, Duration likely, Duration high) {

    /**
     * While nothing is learned: 1500 steps were seen to take 28 minutes; 45 minutes for 1200 is slow.
     */
    public static final Pace FIRST = new Pace(Duration.ofMillis(900), Duration.ofMillis(1_120),
            Duration.ofMillis(2_250));
}
