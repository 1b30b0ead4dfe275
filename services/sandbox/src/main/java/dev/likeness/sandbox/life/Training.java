package dev.likeness.sandbox.life;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one training; what it looks like follows from them and the time.
 *
 * @param model trainer, {@code owner/name}
 * @param version the trainer's version
 * @param destination {@code owner/name} that receives the new version
 * @param duration from start to success, fixed when accepted
 * @param fault the error it shall end with half-way, by the behaviour of the time
 * @param fate what else becomes of it, by the faults of the time; null for the usual
 * @param removeAt when its version is to go
 * @param removed its version, photos and predictions are gone
 * @param settled ended, and nobody has to be told any more
 */
public record Training(
        Accepted accepted,
        String model,
        String version,
        String destination,
        Duration duration,
        @Nullable String fault,
        @Nullable Fate fate,
        @Nullable Reading reading,
        @Nullable Instant canceledAt,
        @Nullable Instant removeAt,
        boolean removed,
        boolean settled) {

    public String id() {
        return accepted.id();
    }

    public Map<String, Object> input() {
        return accepted.input();
    }

    /** The id its version has or will have: 64 hex digits. */
    public String newVersion() {
        return Digests.sha256(("version:" + id() + ":" + accepted.token()).getBytes(StandardCharsets.UTF_8));
    }

    public Training withReading(Reading value) {
        return new Training(accepted, model, version, destination, duration, fault, fate, value, canceledAt, removeAt,
                removed, settled);
    }

    public Training canceled(Instant at) {
        return new Training(accepted, model, version, destination, duration, fault, fate, reading, at, removeAt,
                removed,
                settled);
    }

    public Training removing(Instant at) {
        return new Training(accepted, model, version, destination, duration, fault, fate, reading, canceledAt, at,
                removed,
                settled);
    }

    /** Without the photos' names and captions, which are personal too. */
    public Training withoutVersion() {
        Reading bare = reading == null
                ? null
                : new Reading(reading.at(), reading.files(), List.of(),
                        reading.failure());
        return new Training(accepted, model, version, destination, duration, fault, fate, bare, canceledAt, removeAt,
                true,
                settled);
    }

    public Training settledNow() {
        return new Training(accepted, model, version, destination, duration, fault, fate, reading, canceledAt, removeAt,
                removed, true);
    }
}
