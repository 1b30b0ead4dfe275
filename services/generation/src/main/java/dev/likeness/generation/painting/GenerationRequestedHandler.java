package dev.likeness.generation.painting;

import dev.likeness.events.GenerationRequested;
import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Queues the predictions of a request. They are queued here and not where the request is filed, so
 * that a replayed event sets to work what a lost queue forgot; each is queued once, whatever
 * arrives.
 */
@Component
class GenerationRequestedHandler implements EventHandler<GenerationRequested> {

    private static final Logger log = LoggerFactory.getLogger(GenerationRequestedHandler.class);

    private final Shoots shoots;
    private final Work work;

    GenerationRequestedHandler(Shoots shoots, Work work) {
        this.shoots = shoots;
        this.work = work;
    }

    @Override
    public Class<GenerationRequested> event() {
        return GenerationRequested.class;
    }

    @Override
    public Mono<Void> handle(GenerationRequested event, Delivery delivery) {
        ShootId id = new ShootId(UUID.fromString(event.getGenerationId()));
        return Causation.current().flatMap(causation -> {
            if (!causation.maySpend()) {
                log.info("Generation {} was replayed without permission to spend; nothing is predicted", id);
                return Mono.empty();
            }
            return shoots.lock(delivery.person(), id).flatMap(shoot -> queue(delivery.person(), shoot));
        });
    }

    // The prompt is in our database alone: a request that is not filed there can't be carried out.
    private Mono<Void> queue(Person person, Shoot shoot) {
        return switch (shoot) {
            case Shoot.Unheard(ShootId id) -> Mono.fromRunnable(() -> log.info("Generation {} is not filed", id));
            case Shoot.Closed _ -> Mono.empty();
            case Shoot.Open open -> Flux.fromIterable(open.takes())
                    .concatMap(take -> work.enqueue(MoveShoot.take(person, open.id(), take.index())))
                    .then();
        };
    }
}
