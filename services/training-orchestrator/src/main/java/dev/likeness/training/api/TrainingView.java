package dev.likeness.training.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A training as its person sees it.
 *
 * @param percent 0 to 100
 * @param estimatedEnd by the pace so far; absent before the first step
 * @param lastHeardAt when the provider last answered about it; absent before it did
 * @param canceling it is to end, and the provider has not confirmed it yet
 * @param attempts how often it was begun; only the last one can have been paid for
 * @param model {@code owner/name:version}, once there is one
 * @param costMicros in millionths of a US dollar
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrainingView(String trainingId, String state, int step, int totalSteps, int percent,
        @Nullable Instant estimatedEnd, @Nullable Instant lastHeardAt, Instant requestedAt,
        @Nullable Instant startedAt, @Nullable Instant endedAt, boolean canceling, @Nullable FailureView failure,
        RecipeView recipe, int photoCount, @Nullable String model, @Nullable Long costMicros, int attempts) {}
