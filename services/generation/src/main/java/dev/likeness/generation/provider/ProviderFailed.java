package dev.likeness.generation.provider;

/** The provider answered a question with an error; it may pass. */
final class ProviderFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProviderFailed(int status) {
        super("The provider answered " + status);
    }
}
