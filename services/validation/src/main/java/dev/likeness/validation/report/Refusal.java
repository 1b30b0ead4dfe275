package dev.likeness.validation.report;

import dev.likeness.validation.judging.ReasonCode;
import java.util.List;
import java.util.Optional;

/** Why something that the person asked for was not done. */
public sealed interface Refusal {

    record UnknownUpload() implements Refusal {}

    record UnknownPhoto() implements Refusal {}

    /** Photos of the set are still being looked at. */
    record StillChecking() implements Refusal {}

    record NotAccepted() implements Refusal {}

    /** The photo is good already. */
    record NothingToOverride() implements Refusal {}

    /** @param codes that no person knows better than the check */
    record NotOverridable(List<ReasonCode> codes) implements Refusal {

        public NotOverridable {
            codes = List.copyOf(codes);
        }
    }

    /** @param training of this set; empty where it is another set's */
    record TrainingExists(Optional<TrainingId> training) implements Refusal {}
}
