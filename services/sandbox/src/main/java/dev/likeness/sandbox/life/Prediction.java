package dev.likeness.sandbox.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one prediction.
 *
 * @param model {@code owner/name} of the version
 * @param seed given or drawn when accepted
 * @param deadline from Cancel-After: aborted before the start, canceled afterwards
 * @param removed gone together with its version
 * @param settled ended, and nobody has to be told any more
 */
public record Prediction(
        Accepted accepted,
        String model,
        String version,
        Duration duration,
        long seed,
        @Nullable Instant deadline,
        @Nullable Rendering rendering,
        @Nullable Instant canceledAt,
        boolean removed,
        boolean settled) {

    public String id() {
        return accepted.id();
    }

    public Map<String, Object> input() {
        return accepted.input();
    }

    public Prediction withRendering(Rendering value) {
        return new Prediction(accepted, model, version, duration, seed, deadline, value, canceledAt, removed, settled);
    }

    public Prediction canceled(Instant at) {
        return new Prediction(accepted, model, version, duration, seed, deadline, rendering, at, removed, settled);
    }

    public Prediction removedNow() {
        return new Prediction(accepted, model, version, duration, seed, deadline, rendering, canceledAt, true, true);
    }

    public Prediction settledNow() {
        return new Prediction(accepted, model, version, duration, seed, deadline, rendering, canceledAt, removed, true);
    }
}
