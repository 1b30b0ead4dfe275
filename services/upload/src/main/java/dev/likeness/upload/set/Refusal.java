package dev.likeness.upload.set;

import java.util.List;

/** Why an input was not taken. */
public sealed interface Refusal {

    record UnknownSet() implements Refusal {}

    record UnknownPhoto() implements Refusal {}

    /** The set is complete; nothing can be sent to it any more. */
    record AlreadyComplete() implements Refusal {}

    record PhotosMissing(List<PhotoId> photos) implements Refusal {
        public PhotosMissing {
            photos = List.copyOf(photos);
        }
    }

    record WrongSize(long announced, long measured) implements Refusal {}

    record WrongSha256(Sha256 announced, Sha256 measured) implements Refusal {}
}
