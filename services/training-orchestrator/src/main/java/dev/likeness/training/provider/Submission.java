package dev.likeness.training.provider;

import dev.likeness.training.run.FailureReason;
import java.time.Duration;

/** What became of the paid call, as far as is known. */
public sealed interface Submission {

    record Accepted(String providerId) implements Submission {}

    /** Certainly not accepted; may be called again after a while. */
    record NotAccepted(Duration after) implements Submission {}

    /** Certainly not accepted, and calling again would not help. */
    record Refused(FailureReason reason) implements Submission {}

    /** It may or may not have been accepted. */
    record Lost() implements Submission {}
}
