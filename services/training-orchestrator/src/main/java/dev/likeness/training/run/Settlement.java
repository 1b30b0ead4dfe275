package dev.likeness.training.run;

import java.time.Instant;
import java.util.Optional;

/** Whether the money of a training that has ended is settled. */
public sealed interface Settlement {

    record Settled() implements Settlement {}

    /**
     * Nobody knows whether the provider accepted the last attempt: what was set aside for it stays so.
     *
     * @param zipGoneAt since when a late acceptance must fail
     */
    record Open(Optional<Instant> zipGoneAt) implements Settlement {}
}
