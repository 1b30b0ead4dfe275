package dev.likeness.generation.requests;

import dev.likeness.generation.Commission;
import dev.likeness.generation.Models;
import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.ShootRequests;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.Wanted;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.DerivedId;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
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
class RequestPortraits implements ShootRequests {

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

    @Override
    public Mono<ShootId> request(UserId userId, UUID cause, Wanted wanted) {
        return transactions.run(() -> epochs.current(userId)
                .flatMap(person -> models.current(person).flatMap(model -> {
                    // An epoch later the same cause is another request.
                    ShootId id = new ShootId(DerivedId.of(cause, "generation-" + person.epoch().value()));
                    return open(person, new Commission(id, model.trainingId(), model.version(), wanted.prompt(),
                            wanted.parameters(), clock.instant()));
                }))).switchIfEmpty(Mono.defer(() -> objection(userId)));
    }

    /** Empty where there is no model at all. */
    private Mono<ShootId> objection(UserId userId) {
        return epochs.current(userId)
                .flatMap(models::newest)
                .flatMap(model -> Mono.justOrEmpty(model.standing().objection()))
                .flatMap(objection -> Mono.error(GenerationProblems.modelNotYou(objection)));
    }

    private Mono<ShootId> open(Person person, Commission commission) {
        return shoots.file(person, commission)
                .then(Mono.defer(() -> moveShoot.handle(person, commission.id(),
                        new Input.Requested(commission.parameters().outputs()))))
                .thenReturn(commission.id());
    }
}
