package dev.likeness.sandbox.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a training looks like at one instant. */
public record TrainingState(
        Status status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        String logs,
        @Nullable String error) {

    static TrainingState starting() {
        return new TrainingState(Status.STARTING, null, null, "", null);
    }
}
