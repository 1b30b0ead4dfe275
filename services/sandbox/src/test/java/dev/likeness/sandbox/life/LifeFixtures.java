package dev.likeness.sandbox.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class LifeFixtures {

    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private LifeFixtures() {}

    static Accepted accepted() {
        return new Accepted("id", 1, "token", "http://x", NOON, Map.of("steps", 100, "num_inference_steps", 20), null);
    }

    static Training training(@Nullable Reading reading, @Nullable Instant canceledAt) {
        return training(reading, canceledAt, null);
    }

    static Training training(@Nullable Reading reading, @Nullable Instant canceledAt, @Nullable Fate fate) {
        return new Training(accepted(), "o/t", "v", "o/d", Duration.ofSeconds(10), null, fate, reading, canceledAt,
                null,
                false, false);
    }

    static Reading reading(Instant at) {
        return new Reading(at, 2, List.of(new Reading.Photo("a.jpg", "")), null);
    }

    static Prediction prediction(@Nullable Rendering rendering, @Nullable Instant canceledAt,
            @Nullable Instant deadline) {
        return new Prediction(accepted(), "o/d", "v", Duration.ofSeconds(2), 7, deadline, rendering, canceledAt, false,
                false);
    }
}
