package dev.likeness.training.run;

import java.time.Duration;
import java.util.Optional;

/** What the provider says about a training. */
public sealed interface Observation {

    record Starting() implements Observation {}

    record Processing(Steps steps) implements Observation {}

    /** @param model {@code owner/name:version} */
    record Succeeded(String model, Duration trained) implements Observation {}

    /** @param trained how long it had been trained, where the provider says so */
    record Failed(FailureReason reason, Optional<Duration> trained) implements Observation {

        public Failed(FailureReason reason) {
            this(reason, Optional.empty());
        }
    }

    /** @param trained how long it had been trained, where the provider says so */
    record Canceled(Optional<Duration> trained) implements Observation {

        public Canceled() {
            this(Optional.empty());
        }
    }

    /** Ended before it started. */
    record Aborted() implements Observation {}

    /** The provider has no such training any more. */
    record Gone() implements Observation {}

    /** In words that this service does not know; it was heard from, nothing else. */
    record Unrecognized() implements Observation {}
}
