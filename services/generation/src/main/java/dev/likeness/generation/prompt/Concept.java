package dev.likeness.generation.prompt;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A portrait as a photographer would plan it, each part a few words or absent. Never the fixed
 * features of the face: those are the model's.
 *
 * @param setting where, such as {@code on a quiet beach}
 * @param light such as {@code soft morning light}
 * @param clothes what is worn, such as {@code a white linen shirt}
 * @param framing such as {@code head and shoulders}
 * @param mood such as {@code calm and confident}
 * @param style such as {@code editorial photograph}
 */
public record Concept(Optional<String> setting, Optional<String> light, Optional<String> clothes,
        Optional<String> framing, Optional<String> mood, Optional<String> style) implements Subject {

    /** The longest part, in characters. */
    public static final int LONGEST_PART = 160;

    /** The parts in the order in which a prompt names them; a part that says nothing is left out. */
    String described() {
        return Stream.of(part(framing, ""), part(setting, ""), part(light, ""), part(clothes, "wearing "),
                part(mood, ""), part(style, "")).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** All of it as it was given, for what has to be checked before anything is cleaned away. */
    String raw() {
        return Stream.of(framing, setting, light, clothes, mood, style)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whether every part is there as it would stand in a prompt: nothing to clean away, nothing of the
     * face, not too long. What a language model plans has to be.
     */
    public boolean isPlain() {
        return Stream.of(framing, setting, light, clothes, mood, style)
                .allMatch(part -> part.filter(Concept::isPlain).isPresent());
    }

    /** Whether a text is fit to be a part of a concept as it is. */
    public static boolean isPlain(String part) {
        return part.length() <= LONGEST_PART && !part.isBlank() && PlainText.of(part).equals(part);
    }

    private static String part(Optional<String> text, String before) {
        String cleaned = text.map(PlainText::of).orElse("");
        if (cleaned.isEmpty()) {
            return "";
        }
        return cleaned.regionMatches(true, 0, before, 0, before.length()) ? cleaned : before + cleaned;
    }
}
