package dev.likeness.generation.prompt;

/**
 * All that a portrait can be asked for with: a planned portrait, or words of the person's own.
 * Nothing that a conversation says is one; from there only a {@link Concept} that the person picked
 * comes this way.
 */
public sealed interface Subject permits Concept, Subject.Words {

    /** What the person wrote, not cleaned yet. */
    record Words(String text) implements Subject {

        /** Without the words. */
        @Override
        public String toString() {
            return "Words of " + text.length() + " characters";
        }
    }
}
