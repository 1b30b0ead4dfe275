package dev.likeness.generation.requests;

import dev.likeness.generation.prompt.Concept;
import dev.likeness.generation.prompt.Subject;
import dev.likeness.generation.shoot.Parameters.Wish;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request: one of prompt, concept, conceptId and again, and whatever is not to be as
 * usual.
 *
 * @param conceptId of the catalogue, with or without a variation, or one that Maya proposed
 * @param again a generation of the person's own, whose prompt, parameters and seed are used again
 * @param portraitId one of that generation's portraits, whose seed is used
 * @param outputs 1 to 16, usually 4
 * @param aspectRatio usually 3:4
 * @param guidanceScale 2 to 3.5, usually 2.5
 * @param steps 28 to 50, usually 35
 * @param loraScale 0.5 to 1.5, usually 1
 */
record PortraitRequest(@Nullable String prompt, @Nullable ConceptBody concept, @Nullable String conceptId,
        @Nullable UUID again, @Nullable UUID portraitId, @Nullable Integer outputs, @Nullable String aspectRatio,
        @Nullable Long seed, @Nullable Double guidanceScale, @Nullable Integer steps,
        @Nullable Double loraScale) {

    /** Each a few words, or absent. */
    record ConceptBody(@Nullable String setting, @Nullable String light, @Nullable String clothes,
            @Nullable String framing, @Nullable String mood, @Nullable String style) {

        Concept concept() {
            return new Concept(Optional.ofNullable(setting), Optional.ofNullable(light), Optional.ofNullable(clothes),
                    Optional.ofNullable(framing), Optional.ofNullable(mood), Optional.ofNullable(style));
        }
    }

    /** What the portraits are to show. */
    sealed interface Source {

        record Direct(Subject subject) implements Source {}

        record Picked(String conceptId) implements Source {}

        record Again(UUID generationId, Optional<UUID> portraitId) implements Source {}
    }

    /** A 400 problem unless there is exactly one. */
    Source source() {
        List<Source> sources = Stream.of(Optional.ofNullable(prompt).map(Subject.Words::new).map(Source.Direct::new),
                Optional.ofNullable(concept).map(ConceptBody::concept).map(Source.Direct::new),
                Optional.ofNullable(conceptId).map(Source.Picked::new),
                Optional.ofNullable(again).map(id -> new Source.Again(id, Optional.ofNullable(portraitId))))
                .<Source>flatMap(Optional::stream)
                .toList();
        if (sources.size() != 1) {
            throw GenerationProblems.oneOf();
        }
        return sources.getFirst();
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
