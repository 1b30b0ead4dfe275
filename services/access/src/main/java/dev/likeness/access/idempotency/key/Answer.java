package dev.likeness.access.idempotency.key;

import java.util.Optional;

/**
 * What the first request got.
 *
 * @param status the HTTP status
 * @param location the header {@code Location}, the only one that is kept
 * @param json the body
 */
public record Answer(int status, Optional<String> location, String json) {}
