package dev.likeness.generation.likeness;

import java.util.Optional;

/**
 * Whether a model may be used.
 *
 * @param finding of its test shoot, once there was one
 * @param verdict the person's own word, once there is one
 */
public record Standing(Optional<Finding> finding, Optional<Verdict> verdict) {

    public static final Standing UNTOLD = new Standing(Optional.empty(), Optional.empty());

    /** The person's answer to "is this you?". */
    public enum Verdict {
        ME,
        NOT_ME
    }

    /** Why a model is not used; the sentence is for the person. */
    public enum Objection {
        YOU_SAID_NOT_YOU("You said that the portraits of this model are not you, so it is not used."),
        TEST_SHOOT_NOT_YOU("The test portraits of this model were not alike enough to your photos, so it is not used. "
                + "If they are you all the same, say so with the verdict ME.");

        private final String sentence;

        Objection(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    /** The person's word counts more than what was measured. */
    public Optional<Objection> objection() {
        return verdict.map(said -> said == Verdict.NOT_ME
                ? Optional.of(Objection.YOU_SAID_NOT_YOU)
                : Optional.<Objection>empty())
                .orElseGet(() -> finding.filter(found -> found == Finding.NOT_ALIKE)
                        .map(_ -> Objection.TEST_SHOOT_NOT_YOU));
    }

    /** Whether the person is to be asked: there are portraits to look at, and no answer yet. */
    public boolean asks() {
        return finding.isPresent() && verdict.isEmpty();
    }
}
