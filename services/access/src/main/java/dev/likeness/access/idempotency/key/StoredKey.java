package dev.likeness.access.idempotency.key;

import java.time.Duration;

/** What is known of a key. "Never seen" is a state too, so that every request has an answer. */
public sealed interface StoredKey {

    /** Not seen, or given up: its work failed and did nothing. */
    record Absent() implements StoredKey {}

    /**
     * Somebody is at it, or was and crashed.
     *
     * @param age since the claim, in the database's time
     */
    record Running(BodyHash body, Claim claim, Duration age) implements StoredKey {}

    record Done(BodyHash body, Answer answer) implements StoredKey {}
}
