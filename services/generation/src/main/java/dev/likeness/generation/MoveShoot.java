package dev.likeness.generation;

import dev.likeness.generation.shoot.Decision;
import dev.likeness.generation.shoot.Decision.Effect;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.generation.shoot.ShootRules;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shell around the rules: lock, decide, save, announce, in the caller's transaction. */
@Component
public class MoveShoot {

    /** The kind of work that removes a shoot's previews; its key is the shoot's id. */
    public static final String PREVIEWS_END = "previews-end";

    private final Shoots shoots;
    private final Outbox outbox;
    private final Work work;
    private final Settings settings;
    private final Clock clock;

    MoveShoot(Shoots shoots, Outbox outbox, Work work, Settings settings, Clock clock) {
        this.shoots = shoots;
        this.outbox = outbox;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return the shoot as it is afterwards */
    public Mono<Shoot> handle(Person person, ShootId id, Input input) {
        return shoots.lock(person, id).flatMap(before -> {
            Decision decision = ShootRules.decide(before, input, settings.shoot().grace(), clock.instant());
            return shoots.save(person, before, decision.next())
                    .thenMany(Flux.fromIterable(decision.effects()))
                    .concatMap(effect -> carryOut(person, effect))
                    .then(Mono.just(decision.next()));
        });
    }

    private Mono<Void> carryOut(Person person, Effect effect) {
        return switch (effect) {
            case Effect.AnnounceRequest(ShootId id) -> shoots.find(person, id)
                    .flatMap(
                            filed -> outbox.append(ShootEvents.requested(person, filed.commission(), clock.instant())));
            case Effect.AnnouncePortraits(ShootId id, var portraits, Instant at) -> shoots.find(person, id)
                    .flatMap(filed -> outbox.append(ShootEvents.generated(person, filed.commission(), portraits,
                            at.plus(settings.previews().offered()), at)))
                    .then(removeLater(person, id));
            case Effect.AnnounceFailure(ShootId id, var reason, Instant at) ->
                outbox.append(ShootEvents.failed(person, id, reason, at)).then(removeLater(person, id));
        };
    }

    private Mono<Void> removeLater(Person person, ShootId id) {
        return work.enqueue(
                new Work.Item(PREVIEWS_END, id.toString(), person, "", settings.previews().removed()));
    }
}
