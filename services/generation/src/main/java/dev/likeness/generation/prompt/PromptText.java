package dev.likeness.generation.prompt;

import dev.likeness.person.TriggerWord;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The words that the provider is sent. It exists only as {@code <trigger word>, <description>}: the
 * person's own trigger word first and nowhere else, nobody else's anywhere, one line of plain text,
 * at most {@value #LONGEST} characters.
 */
public final class PromptText {

    /** The longest prompt, in characters, the trigger word included. */
    public static final int LONGEST = 500;

    /** Longer text is refused before anything looks into it. */
    static final int LONGEST_INPUT = 4_000;

    private static final Pattern MODEL_MARKS = Pattern
            .compile("<\\|[^\\n]{0,40}\\|>|\\[/?INST\\]|<</?SYS>>|</?(?:system|assistant|instructions?)>",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}|\\p{IsIdeographic}");

    private final String value;

    private PromptText(String value) {
        this.value = value;
    }

    /** What became of a text. */
    public sealed interface Cleaned {

        record Fit(PromptText prompt) implements Cleaned {}

        /** @param length of the text that was refused, in characters */
        record Refused(Refusal why, int length) implements Cleaned {}
    }

    /** A prompt from what a person wrote, cleaned of all that is not description. */
    public static Cleaned of(TriggerWord word, String text) {
        return from(word, text, () -> PlainText.of(TriggerWord.strip(PlainText.visible(text))));
    }

    /** A prompt from whichever of the two a person asked with. */
    public static Cleaned of(TriggerWord word, Subject subject) {
        return switch (subject) {
            case Concept concept -> of(word, concept);
            case Subject.Words(String text) -> of(word, text);
        };
    }

    /** A prompt from a planned portrait. */
    public static Cleaned of(TriggerWord word, Concept concept) {
        return from(word, concept.raw(), concept::described);
    }

    public String value() {
        return value;
    }

    private static Cleaned from(TriggerWord word, String raw, Supplier<String> plain) {
        if (raw.length() > LONGEST_INPUT) {
            return new Cleaned.Refused(Refusal.TOO_LONG, raw.length());
        }
        String visible = PlainText.visible(raw);
        if (word.foreignIn(visible)) {
            return new Cleaned.Refused(Refusal.FOREIGN_TRIGGER_WORD, raw.length());
        }
        if (MODEL_MARKS.matcher(visible).find()) {
            return new Cleaned.Refused(Refusal.MODEL_INSTRUCTIONS, raw.length());
        }
        return described(word, plain.get(), visible, raw.length());
    }

    // What was cleaned away may have stood between the halves of a word, so the result is judged again.
    private static Cleaned described(TriggerWord word, String plain, String visible, int length) {
        String description = plain;
        String before;
        do {
            before = description;
            if (word.foreignIn(before)) {
                return new Cleaned.Refused(Refusal.FOREIGN_TRIGGER_WORD, length);
            }
            description = PlainText.of(TriggerWord.strip(before));
        } while (!description.equals(before));
        if (!WORDS.matcher(description).find()) {
            return new Cleaned.Refused(emptied(visible), length);
        }
        String value = word.value() + ", " + description;
        if (value.length() > LONGEST) {
            return new Cleaned.Refused(Refusal.TOO_LONG, value.length());
        }
        return word.countIn(value) == 1 && !word.foreignIn(value)
                ? new Cleaned.Fit(new PromptText(value))
                : new Cleaned.Refused(Refusal.FOREIGN_TRIGGER_WORD, length);
    }

    /** Why nothing is left, if nothing is. */
    private static Refusal emptied(String visible) {
        String words = PlainText.words(visible);
        if (FixedFeatures.in(words)) {
            return Refusal.FIXED_FEATURES;
        }
        return SmallTalk.in(words) ? Refusal.NO_SCENE : Refusal.EMPTY;
    }

    /**
     * A prompt as it was kept, unchanged even where today more would be cleaned away: it is what the
     * provider was sent. Empty where it is none of that person.
     */
    public static Optional<PromptText> kept(TriggerWord word, String value) {
        boolean fits = value.startsWith(word.value() + ", ") && word.countIn(value) == 1 && !word.foreignIn(value)
                && value.length() <= LONGEST && value.equals(PlainText.visible(value)) && value.indexOf('\n') < 0;
        return fits ? Optional.of(new PromptText(value)) : Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PromptText text && text.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Without the words: they are the person's own, and this may reach a log. */
    @Override
    public String toString() {
        return "PromptText of " + value.length() + " characters";
    }
}
