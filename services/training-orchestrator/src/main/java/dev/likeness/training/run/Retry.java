package dev.likeness.training.run;

/** What becomes of a person's wish to try again after a training that ended without a model. */
public sealed interface Retry {

    /** @param wish for another training, with the same photos and recipe */
    record Again(Wish wish) implements Retry {}

    record Refused(Why why) implements Retry {}

    /** Why there is nothing to try again. */
    enum Why {
        /** The person has no such training in their current epoch. */
        UNKNOWN,
        NOT_ENDED,
        HAS_A_MODEL,
        /** The same photos and recipe would fail again. */
        NOT_RETRYABLE,
        /** The person has another training under way. */
        ANOTHER_RUNNING
    }
}
