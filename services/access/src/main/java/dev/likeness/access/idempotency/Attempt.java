package dev.likeness.access.idempotency;

import dev.likeness.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A request that creates something.
 *
 * @param route as the service names it, such as {@code POST /v1/uploads}; ids in the path belong to
 * it
 * @param key the header {@code Idempotency-Key}; absent: nothing is remembered
 * @param body what must be equal for a repetition: raw bytes, or a value that is compared as JSON
 */
public record Attempt(Caller caller, String route, @Nullable String key, Object body) {}
