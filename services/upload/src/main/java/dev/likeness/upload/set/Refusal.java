package dev.likeness.upload.set;

import java.util.List;

/** Why an input was not taken. */
public sealed interface Refusal {

    record UnknownSet() implements Refusal {}

    record UnknownPhoto() implements Refusal {}

    /** The set is complete; nothing can be sent to it before it is changed. */
    record AlreadyComplete() implements Refusal {}

    /** The set is being checked and can't be changed before its verdict. */
    record StillChecking() implements Refusal {}

    /**
     * A training on the person's photos was asked for, so they stay as they are while it has not
     * failed.
     */
    record TrainingRequested() implements Refusal {}

    /** A set has at least one photo. */
    record LastPhoto() implements Refusal {}

    record TooMany(int limit, int measured) implements Refusal {}

    record PhotosMissing(List<PhotoId> photos) implements Refusal {
        public PhotosMissing {
            photos = List.copyOf(photos);
        }
    }

    record WrongSize(long announced, long measured) implements Refusal {}

    record WrongSha256(Sha256 announced, Sha256 measured) implements Refusal {}
}
