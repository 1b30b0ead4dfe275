package dev.likeness.sandbox.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a training looks like at one instant.
 *
 * @param log written only when somebody reads it: most who look at a list do not
 */
public record TrainingState(
        Status status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        TrainerLog log,
        @Nullable String error) {

    static TrainingState starting() {
        return new TrainingState(Status.STARTING, null, null, TrainerLog.NOTHING, null);
    }

    public String logs() {
        return log.text();
    }
}
