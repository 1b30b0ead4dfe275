package dev.likeness.training.provider;

/** How a training stands by the provider's list, which tells no progress. */
public record Standing(String providerId, Phase phase) {

    public enum Phase {
        WAITING,
        WORKING,
        ENDED,
        /** In words that this service does not know. */
        UNRECOGNIZED
    }
}
