package dev.likeness.sandbox.behaviour;

import java.time.Duration;

/**
 * A fault in waiting.
 *
 * @param times how often it still shows
 * @param delay of {@code slow}; in the {@code retry_after} of {@code error429}, in whole seconds
 */
public record Fault(Operation operation, FaultKind kind, int times, Duration delay) {

    static final Duration DELAY = Duration.ofSeconds(5);

    Fault once() {
        return new Fault(operation, kind, times - 1, delay);
    }
}
