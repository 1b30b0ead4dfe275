package dev.likeness.sandbox.life;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What trainings and predictions have in common once accepted.
 *
 * @param order position in the ledger, from 1
 * @param token unguessable part of the delivery address
 * @param base scheme, host and port the caller used, for addresses in webhooks
 */
public record Accepted(
        String id,
        long order,
        String token,
        String base,
        Instant at,
        Map<String, Object> input,
        @Nullable Hook hook) {}
