package dev.likeness.training.run;

import java.time.Instant;

/** What can happen to a training. Everything may come twice, late, in any order or never. */
public sealed interface Input {

    /**
     * @param another whether the person has another training under way
     * @param affordable whether what is to be set aside for it may be spent today
     */
    record Request(Plan plan, boolean another, boolean affordable) implements Input {}

    /** Packing begins, into a ZIP of this name. */
    record Pack(int attempt, String zip) implements Input {}

    record Packed(int attempt, String zip) implements Input {}

    /** The ZIP is in the provider's own store too. */
    record Delivered(int attempt, String fileId) implements Input {}

    /** The provider is about to be called. */
    record Call(int attempt) implements Input {}

    /** The provider has accepted the attempt: it answered so, or it was found in its list. */
    record Accepted(int attempt, String providerId) implements Input {}

    /**
     * The provider has certainly not accepted that call, and may be called again.
     *
     * @param call which of the attempt's calls, from 1
     */
    record NotAccepted(int attempt, int call) implements Input {}

    /** The provider has certainly refused it, for good. */
    record Refused(int attempt, FailureReason reason) implements Input {}

    /** The provider may or may not have accepted it. */
    record AnswerLost(int attempt) implements Input {}

    /** Nobody can read the attempt's ZIP any more. */
    record ZipGone(int attempt) implements Input {}

    /**
     * The provider's list does not hold the attempt.
     *
     * @param listedAt when the listing began
     * @param complete it was read back past the intent, and every entry showed its input
     */
    record NotListed(int attempt, Instant listedAt, boolean complete) implements Input {}

    record Observed(String providerId, Observation what) implements Input {}

    /** The person wants it to end. */
    record Cancel() implements Input {}

    /** Time is up, if it is. */
    record Deadline() implements Input {}

    /** A step of the work has been tried often enough. */
    record GiveUp(int attempt, FailureReason reason) implements Input {}
}
