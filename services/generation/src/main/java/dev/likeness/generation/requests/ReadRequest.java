package dev.likeness.generation.requests;

import dev.likeness.generation.Filed;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.Wanted;
import dev.likeness.generation.concepts.Catalogue;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.prompt.Subject;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.Parameters.Wish;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.Epochs;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a body asks for, checked; every way that it can be wrong is a problem. */
@Component
class ReadRequest {

    private final Catalogue catalogue;
    private final Shoots shoots;
    private final Epochs epochs;

    ReadRequest(Catalogue catalogue, Shoots shoots, Epochs epochs) {
        this.catalogue = catalogue;
        this.shoots = shoots;
        this.epochs = epochs;
    }

    /** @param cause the id of the request: where no seed is asked for, it says which variation */
    Mono<Wanted> handle(UserId userId, UUID cause, PortraitRequest request) {
        TriggerWord word = TriggerWord.of(userId);
        Wish wish = request.wish();
        return switch (request.source()) {
            case PortraitRequest.Source.Direct(Subject subject) ->
                Mono.fromSupplier(() -> new Wanted(prompt(word, subject), parameters(wish)));
            case PortraitRequest.Source.Picked(String conceptId) ->
                Mono.justOrEmpty(catalogue.find(conceptId, wish.seed().orElse(cause.getLeastSignificantBits())))
                        .switchIfEmpty(Mono.error(GenerationProblems::unknownConcept))
                        .map(picked -> new Wanted(prompt(word, picked.concept()), parameters(wish)));
            case PortraitRequest.Source.Again(UUID generationId, Optional<UUID> portraitId) ->
                epochs.current(userId)
                        .flatMap(person -> shoots.find(person, new ShootId(generationId)))
                        .switchIfEmpty(Mono.error(GenerationProblems::unknownGeneration))
                        .map(filed -> again(filed, portraitId, wish));
        };
    }

    // The stored prompt itself, not its words once more through the cleaner.
    private static Wanted again(Filed filed, Optional<UUID> portraitId, Wish wish) {
        Parameters before = filed.commission().parameters();
        Optional<Long> asked = before.seed().isPresent() ? Optional.of(before.seed().getAsLong()) : Optional.empty();
        Optional<Long> seed = portraitId.map(id -> portrait(filed, id).seed())
                .or(() -> asked)
                .or(() -> filed.shoot().portraits().stream().map(Portrait::seed).findFirst());
        return new Wanted(filed.commission().prompt(), parameters(new Wish(wish.outputs()
                .or(() -> Optional.of(
                        before.outputs())),
                wish.aspectRatio().or(() -> Optional.of(before.aspectRatio().text())),
                wish.seed().or(() -> seed), wish.guidanceScale().or(() -> Optional.of(before.guidanceScale())),
                wish.steps().or(() -> Optional.of(before.steps())),
                wish.loraScale().or(() -> Optional.of(before.loraScale())))));
    }

    private static Portrait portrait(Filed filed, UUID portraitId) {
        return filed.shoot()
                .portraits()
                .stream()
                .filter(portrait -> portrait.frame().portraitId().equals(portraitId))
                .findFirst()
                .orElseThrow(GenerationProblems::unknownPortrait);
    }

    private static Parameters parameters(Wish wish) {
        return switch (Parameters.check(wish)) {
            case Parameters.Checked.Fit(Parameters fit) -> fit;
            case Parameters.Checked.Unfit unfit -> throw GenerationProblems.outOfRange(unfit);
        };
    }

    private static PromptText prompt(TriggerWord word, Subject subject) {
        return switch (PromptText.of(word, subject)) {
            case PromptText.Cleaned.Fit(PromptText prompt) -> prompt;
            case PromptText.Cleaned.Refused refused -> throw GenerationProblems.promptRefused(refused);
        };
    }
}
