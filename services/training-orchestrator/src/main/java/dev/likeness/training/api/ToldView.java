package dev.likeness.training.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a training, for those who watch it live. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldView(String trainingId, String state, int step, int totalSteps, int percent,
        @Nullable Instant estimatedEnd, @Nullable FailureView failure, int attempts, Instant at) {}
