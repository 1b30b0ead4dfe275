package dev.likeness.access.idempotency.key;

import java.time.Instant;

/**
 * The right to run a request's work.
 *
 * @param at when it was won, in the database's time; it names the claim, since a take-over changes
 * it
 */
public record Claim(Instant at) {}
