package dev.likeness.sandbox.life;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a prediction looks like at one instant.
 *
 * @param files names of the output images, once it has succeeded
 * @param dataRemoved its input, output and logs are no longer shown
 */
public record PredictionState(
        Status status,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        String logs,
        @Nullable String error,
        List<String> files,
        boolean dataRemoved) {

    /** As it is when it has just been accepted. */
    public static PredictionState starting() {
        return new PredictionState(Status.STARTING, null, null, "", null, List.of(), false);
    }

    PredictionState forgotten() {
        return new PredictionState(status, startedAt, completedAt, "", error, List.of(), true);
    }
}
