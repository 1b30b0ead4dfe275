package dev.likeness.training.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training as its person sees it.
 *
 * @param stage where it stands, in a sentence
 * @param percent 0 to 100
 * @param estimatedEnd the likely end; absent once it has ended, or while nobody knows whether it
 * has begun
 * @param lastHeardAt when the provider last answered about it; absent before it did
 * @param lastHeardSeconds how long ago that is, while it has not ended
 * @param unreachableSince since when the provider is asked in vain; absent while it answers
 * @param deadline when it is stopped, however far it has come
 * @param canceling it is to end, and the provider has not confirmed it yet
 * @param attempts how often it was begun; only the last one can have been paid for
 * @param model {@code owner/name:version}, once there is one
 * @param costMicros in millionths of a US dollar, once it has succeeded
 * @param costSoFarMicros price times running time until now, or until its end; absent before it
 * runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingView(String trainingId, String state, String stage, int step, int totalSteps, int percent,
        @Nullable Instant estimatedEnd, @Nullable OutlookView estimate, @Nullable Instant lastHeardAt,
        @Nullable Long lastHeardSeconds, @Nullable Instant unreachableSince, Instant requestedAt, Instant deadline,
        @Nullable Instant startedAt, @Nullable Instant endedAt, boolean canceling, @Nullable FailureView failure,
        RecipeView recipe, int photoCount, @Nullable String model, @Nullable Long costMicros,
        @Nullable Long costSoFarMicros, int attempts) {

    /** What changes between two steps: for those who watch. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Pulse(String trainingId, String state, String stage, @Nullable Instant estimatedEnd,
            @Nullable OutlookView estimate, @Nullable Instant lastHeardAt, @Nullable Long lastHeardSeconds,
            @Nullable Instant unreachableSince, @Nullable Long costSoFarMicros) {}

    Pulse pulse() {
        return new Pulse(trainingId, state, stage, estimatedEnd, estimate, lastHeardAt, lastHeardSeconds,
                unreachableSince, costSoFarMicros);
    }
}
