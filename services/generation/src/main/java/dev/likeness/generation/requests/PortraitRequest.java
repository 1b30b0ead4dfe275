package dev.likeness.generation.requests;

import dev.likeness.generation.prompt.Concept;
import dev.likeness.generation.shoot.Parameters.Wish;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: either a prompt or a concept, and whatever is not to be as usual.
 *
 * @param outputs 1 to 16, usually 4
 * @param aspectRatio usually 3:4
 * @param guidanceScale 2 to 3.5, usually 2.5
 * @param steps 28 to 50, usually 35
 * @param loraScale 0.5 to 1.5, usually 1
 */
record PortraitRequest(@Nullable String prompt, @Nullable ConceptBody concept, @Nullable Integer outputs,
        @Nullable String aspectRatio, @Nullable Long seed, @Nullable Double guidanceScale, @Nullable Integer steps,
        @Nullable Double loraScale) {

    /** Each a few words, or absent. */
    record ConceptBody(@Nullable String setting, @Nullable String light, @Nullable String clothes,
            @Nullable String framing, @Nullable String mood, @Nullable String style) {

        Concept concept() {
            return new Concept(Optional.ofNullable(setting), Optional.ofNullable(light), Optional.ofNullable(clothes),
                    Optional.ofNullable(framing), Optional.ofNullable(mood), Optional.ofNullable(style));
        }
    }

    Wish wish() {
        return new Wish(Optional.ofNullable(outputs), Optional.ofNullable(aspectRatio), Optional.ofNullable(seed),
                Optional.ofNullable(guidanceScale), Optional.ofNullable(steps), Optional.ofNullable(loraScale));
    }

    /** Without the words. */
    @Override
    public String toString() {
        return "PortraitRequest[outputs=" + outputs + "]";
    }
}
