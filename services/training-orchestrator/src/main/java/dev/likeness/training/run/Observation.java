package dev.likeness.training.run;

import java.time.Duration;

/** What the provider says about a training. */
public sealed interface Observation {

    record Starting() implements Observation {}

    record Processing(Steps steps) implements Observation {}

    /** @param model {@code owner/name:version} */
    record Succeeded(String model, Duration trained) implements Observation {}

    record Failed(FailureReason reason) implements Observation {}

    record Canceled() implements Observation {}

    /** Ended before it started. */
    record Aborted() implements Observation {}

    /** The provider has no such training any more. */
    record Gone() implements Observation {}

    /** In words that this service does not know; it was heard from, nothing else. */
    record Unrecognized() implements Observation {}
}
