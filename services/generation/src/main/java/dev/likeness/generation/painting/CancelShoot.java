package dev.likeness.generation.painting;

import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.Work;
import dev.likeness.person.UserId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Notes that a person wants no more of a shoot, and has its takes looked at now. */
@Component
class CancelShoot {

    private final Epochs epochs;
    private final Shoots shoots;
    private final MoveShoot moveShoot;
    private final Work work;
    private final Transactions transactions;

    CancelShoot(Epochs epochs, Shoots shoots, MoveShoot moveShoot, Work work, Transactions transactions) {
        this.epochs = epochs;
        this.shoots = shoots;
        this.moveShoot = moveShoot;
        this.work = work;
        this.transactions = transactions;
    }

    /** Empty where the person has no such shoot. */
    Mono<Shoot> handle(UserId userId, ShootId id) {
        return transactions.run(() -> epochs.current(userId)
                .flatMap(person -> shoots.find(person, id)
                        .flatMap(_ -> moveShoot.handle(person, id, new Input.Canceled()))
                        .flatMap(shoot -> Flux.fromIterable(shoot.takes())
                                .filter(take -> !take.ended())
                                .concatMap(take -> work.hasten(MoveShoot.TAKE, MoveShoot.takeKey(id, take.index())))
                                .then(Mono.just(shoot)))));
    }
}
