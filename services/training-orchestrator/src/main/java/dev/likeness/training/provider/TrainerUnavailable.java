package dev.likeness.training.provider;

/**
 * The provider did not answer as it should; later it may. Its message is fit for a log, and where
 * it was thrown says nothing.
 */
public final class TrainerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    TrainerUnavailable(String what) {
        super("The provider did not answer as it should: " + what, null, false, false);
    }
}
