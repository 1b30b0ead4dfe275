package dev.likeness.generation.requests;

import dev.likeness.generation.Commission;
import dev.likeness.generation.Models;
import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.DerivedId;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Files a request and announces it, in one transaction. The announcement, once published, starts
 * the work.
 */
@Component
class RequestPortraits {

    private final Epochs epochs;
    private final Models models;
    private final Shoots shoots;
    private final MoveShoot moveShoot;
    private final Transactions transactions;
    private final Clock clock;

    RequestPortraits(Epochs epochs, Models models, Shoots shoots, MoveShoot moveShoot, Transactions transactions,
            Clock clock) {
        this.epochs = epochs;
        this.models = models;
        this.shoots = shoots;
        this.moveShoot = moveShoot;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param cause the id of the request: repeated, it makes the same shoot again instead of another
     * one
     */
    Mono<ShootId> handle(UserId userId, UUID cause, PortraitRequest request) {
        Parameters parameters = switch (Parameters.check(request.wish())) {
            case Parameters.Checked.Fit(Parameters fit) -> fit;
            case Parameters.Checked.Unfit unfit -> throw GenerationProblems.outOfRange(unfit);
        };
        PromptText prompt = prompt(TriggerWord.of(userId), request);
        return transactions.run(() -> epochs.current(userId)
                .flatMap(person -> models.current(person).flatMap(model -> {
                    // An epoch later the same cause is another request.
                    ShootId id = new ShootId(DerivedId.of(cause, "generation-" + person.epoch().value()));
                    return open(person, new Commission(id, model.trainingId(), model.version(), prompt, parameters,
                            clock.instant()));
                })))
                .switchIfEmpty(Mono.defer(() -> noModel(userId)));
    }

    private Mono<ShootId> noModel(UserId userId) {
        return epochs.current(userId)
                .flatMap(models::newest)
                .flatMap(model -> Mono.justOrEmpty(model.standing().objection()))
                .flatMap(objection -> Mono.<ShootId>error(GenerationProblems.modelNotYou(objection)))
                .switchIfEmpty(Mono.error(GenerationProblems::noModel));
    }

    private Mono<ShootId> open(Person person, Commission commission) {
        return shoots.file(person, commission)
                .then(Mono.defer(() -> moveShoot.handle(person, commission.id(),
                        new Input.Requested(commission.parameters().outputs()))))
                .thenReturn(commission.id());
    }

    private static PromptText prompt(TriggerWord word, PortraitRequest request) {
        String text = request.prompt();
        PortraitRequest.ConceptBody concept = request.concept();
        if ((text == null) == (concept == null)) {
            throw GenerationProblems.promptOrConcept();
        }
        PromptText.Cleaned cleaned = concept != null
                ? PromptText.of(word, concept.concept())
                : PromptText.of(word, text == null ? "" : text);
        return switch (cleaned) {
            case PromptText.Cleaned.Fit(PromptText prompt) -> prompt;
            case PromptText.Cleaned.Refused refused -> throw GenerationProblems.promptRefused(refused);
        };
    }
}
