package dev.likeness.training.run;

import java.time.Duration;

/** How a training ended. */
public sealed interface Outcome {

    /**
     * @param model {@code owner/name:version}
     * @param trained how long the provider trained
     * @param costMicros in millionths of a US dollar
     */
    record Succeeded(String model, Duration trained, long costMicros) implements Outcome {}

    record Failed(FailureReason reason) implements Outcome {}

    record Canceled() implements Outcome {}

    record TimedOut() implements Outcome {}
}
