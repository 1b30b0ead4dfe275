package dev.likeness.training.api;

import dev.likeness.training.run.Steps;
import dev.likeness.training.run.TrainingState;

/** Where a training stands, in a sentence for its person. */
final class Stage {

    private static final String UNREACHABLE = " The training service can't be reached at the moment; what it has begun goes on there, and we keep asking.";

    private Stage() {}

    static String sentence(TrainingState state, Steps steps, boolean canceling, boolean unreachable) {
        if (canceling && !state.ended()) {
            return "Your training is being stopped." + (unreachable ? UNREACHABLE : "");
        }
        String sentence = sentence(state, steps);
        return unreachable && !state.ended() ? sentence + UNREACHABLE : sentence;
    }

    private static String sentence(TrainingState state, Steps steps) {
        return switch (state) {
            case REQUESTED -> "Your training is next: your photos are packed in a moment.";
            case PACKAGING -> "Your photos are being packed for the training service.";
            case SUBMITTING -> "The training service is being asked to begin.";
            case UNKNOWN ->
                "The training service has not said whether it has begun. We are finding out first, so that nothing is paid twice.";
            case SUBMITTED -> "The training service has your photos and begins soon.";
            case RUNNING -> steps.done() == 0
                    ? "The training service is looking at your photos."
                    : "Your model is being trained: step " + steps.done() + " of " + steps.total() + ".";
            case SUCCEEDED -> "Your model is ready.";
            case FAILED -> "This training ended without a model.";
            case CANCELED -> "This training was canceled.";
            case TIMED_OUT -> "This training took too long and was stopped.";
        };
    }
}
