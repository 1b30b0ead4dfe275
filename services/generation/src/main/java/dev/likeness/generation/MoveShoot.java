package dev.likeness.generation;

import dev.likeness.generation.likeness.Finding;
import dev.likeness.generation.shoot.Decision;
import dev.likeness.generation.shoot.Decision.Effect;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.generation.shoot.ShootRules;
import dev.likeness.generation.shoot.Terms;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shell around the rules: lock, decide, save, announce, in the caller's transaction. */
@Component
public class MoveShoot {

    /** The kind of work that removes a shoot's previews; its key is the shoot's id. */
    public static final String PREVIEWS_END = "previews-end";

    /** The kind of work that carries out one take. */
    public static final String TAKE = "take";

    private final Shoots shoots;
    private final Outbox outbox;
    private final Work work;
    private final Settings settings;
    private final Models models;
    private final Clock clock;

    MoveShoot(Shoots shoots, Models models, Outbox outbox, Work work, Settings settings, Clock clock) {
        this.shoots = shoots;
        this.models = models;
        this.outbox = outbox;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /** What carries out one take of a shoot. */
    public static Work.Item take(Person person, ShootId id, int take) {
        return new Work.Item(TAKE, takeKey(id, take), person);
    }

    public static String takeKey(ShootId id, int take) {
        return id + ":" + take;
    }

    /** @return the shoot as it is afterwards */
    public Mono<Shoot> handle(Person person, ShootId id, Input input) {
        return Causation.current().flatMap(causation -> shoots.lock(person, id).flatMap(before -> {
            Decision decision = ShootRules.decide(before, input, terms(causation), clock.instant());
            return shoots.save(person, before, decision.next())
                    .thenMany(Flux.fromIterable(decision.effects()))
                    .concatMap(effect -> carryOut(person, effect))
                    .then(Mono.just(decision.next()));
        }));
    }

    private Terms terms(Causation causation) {
        return new Terms(settings.shoot().grace(), causation.maySpend() ? settings.shoot().replacements() : 0);
    }

    private Mono<Void> carryOut(Person person, Effect effect) {
        return switch (effect) {
            case Effect.AnnounceRequest(ShootId id) -> shoots.find(person, id)
                    .flatMap(
                            filed -> outbox.append(ShootEvents.requested(person, filed.commission(), clock.instant())));
            case Effect.BeginTake(ShootId id, int take) -> work.enqueue(take(person, id, take));
            case Effect.AnnouncePortraits(ShootId id, var portraits, Instant at) -> shoots.find(person, id)
                    .flatMap(filed -> outbox
                            .append(ShootEvents.generated(person, filed.commission(), portraits,
                                    at.plus(settings.previews().offered()), at))
                            .then(filed.commission().testShoot()
                                    ? models.tested(person, filed.commission().trainingId(), finding(portraits))
                                    : Mono.empty()))
                    .then(removeLater(person, id));
            case Effect.AnnounceFailure(ShootId id, var reason, Instant at) ->
                outbox.append(ShootEvents.failed(person, id, reason, at)).then(removeLater(person, id));
        };
    }

    private static Finding finding(List<Portrait> portraits) {
        return Finding.of(portraits.stream().map(Portrait::likeness).toList());
    }

    private Mono<Void> removeLater(Person person, ShootId id) {
        return work.enqueue(
                new Work.Item(PREVIEWS_END, id.toString(), person, "", settings.previews().removed()));
    }
}
