package dev.likeness.validation.judging;

import java.util.List;

/**
 * How varied a set is. Each figure is from 0 to 100, where 100 is all that could be wished for.
 *
 * @param meter mean of the parts
 * @param framing from close-up to half body
 * @param angles of the head
 * @param light how different it is from photo to photo
 * @param background how different it is from photo to photo
 * @param suggestions what to add, what helps most first; at most three
 */
public record Coverage(int meter, int framing, int angles, int light, int background, List<Suggestion> suggestions) {

    public static final int MOST_SUGGESTIONS = 3;

    public Coverage {
        suggestions = List.copyOf(suggestions);
    }

    /** @param sentence what to add, for the person */
    public record Suggestion(Code code, String sentence) {}

    /** The names are part of the contract. */
    public enum Code {
        MORE_CLOSE_UPS,
        MORE_HEAD_AND_SHOULDERS,
        MORE_HALF_BODIES,
        MORE_FROM_THE_FRONT,
        MORE_TURNED_LEFT,
        MORE_TURNED_RIGHT,
        MORE_UP_OR_DOWN,
        MORE_KINDS_OF_LIGHT,
        MORE_BACKGROUNDS
    }
}
