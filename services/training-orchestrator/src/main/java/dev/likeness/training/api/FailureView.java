package dev.likeness.training.api;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.TrainingState;
import java.util.Optional;

/**
 * Why there is no model.
 *
 * @param code for programs
 * @param message for the person
 * @param retryable whether trying again may help without a new upload
 */
record FailureView(String code, String message, boolean retryable) {

    static Optional<FailureView> of(TrainingState state, Optional<FailureReason> reason) {
        return switch (state) {
            case CANCELED -> Optional.of(new FailureView(state.name(),
                    "This training was canceled. Your photos are still here; you can start again with them.", true));
            case TIMED_OUT -> Optional.of(new FailureView(state.name(),
                    "This training took too long and was stopped. Your photos are still here; you can start again with them.",
                    true));
            case FAILED -> reason.map(why -> new FailureView(why.name(), why.sentence(), why.retryable()));
            case REQUESTED, PACKAGING, SUBMITTING, UNKNOWN, SUBMITTED, RUNNING, SUCCEEDED -> Optional.empty();
        };
    }
}
