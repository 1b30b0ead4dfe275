package dev.likeness.training;

import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import dev.likeness.training.Trainings.Locked;
import dev.likeness.training.run.Decision;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Retry;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import dev.likeness.training.run.TrainingRules;
import dev.likeness.training.run.TrainingState;
import dev.likeness.training.run.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The shell around the rules: lock, decide, save, and queue or tell what follows, in the caller's
 * transaction.
 */
@Component
public class Moves {

    private static final Logger log = LoggerFactory.getLogger(Moves.class);

    private final Trainings trainings;
    private final TrainingRules rules;
    private final Outbox outbox;
    private final Work work;
    private final Spending spending;

    Moves(Trainings trainings, TrainingRules rules, Outbox outbox, Work work, Spending spending) {
        this.trainings = trainings;
        this.rules = rules;
        this.outbox = outbox;
        this.work = work;
        this.spending = spending;
    }

    /** Takes a training in, for good: asked for again, it is the same one. */
    public Mono<Training> request(Wish wish, Source source) {
        return trainings.lock(wish.person(), wish.id())
                .flatMap(locked -> locked.training() instanceof Training.Unheard
                        ? ask(wish, locked.now()).flatMap(request -> insert(locked, request, source))
                        : Mono.just(locked.training()));
    }

    // The day's spending is locked first, so that two requests come one after the other and the later sees the other.
    private Mono<Input.Request> ask(Wish wish, Instant now) {
        return spending.pace()
                .map(pace -> rules.plan(wish, pace, now))
                .flatMap(plan -> spending
                        .allowance(wish.person(), now)
                        .flatMap(allowance -> trainings.another(wish.person(), wish.id())
                                .map(another -> new Input.Request(plan, another,
                                        allowance.covers(plan.reserveMicros())))));
    }

    /**
     * Tries again what ended without a model, with the same photos: another training, but the same one
     * for a wish that arrives twice.
     */
    public Mono<Retried> retry(Person person, TrainingId id) {
        return trainings.lock(person, id)
                .flatMap(old -> trainings.endedRetries(person, id).flatMap(ended -> {
                    TrainingId next = id.retry(ended + 1);
                    return trainings.read(person, next)
                            .<Retried>map(Retried.Taken::new)
                            .switchIfEmpty(Mono.defer(() -> retry(person, old, ended + 1)));
                }));
    }

    private Mono<Retried> retry(Person person, Locked old, int number) {
        TrainingId id = old.training().id();
        return trainings.another(person, id)
                .flatMap(another -> switch (rules.retry(old.training(), another, number)) {
                    case Retry.Refused(var why) -> Mono.just(new Retried.Refused(why));
                    case Retry.Again(var wish) -> trainings.source(person, id)
                            .flatMap(source -> request(wish, source.retry(id)))
                            .map(Retried.Taken::new);
                });
    }

    /** What the input makes of the training; unheard of where the person has no such training. */
    public Mono<Training> apply(Person person, TrainingId id, Input input) {
        return trainings.lock(person, id).flatMap(locked -> {
            Decision decision = rules.decide(locked.training(), input, locked.now());
            boolean nothing = decision.next().equals(locked.training()) && decision.effects().isEmpty();
            return nothing
                    ? Mono.just(locked.training())
                    : trainings.save(decision.next()).then(follow(person, locked, decision));
        });
    }

    private Mono<Training> insert(Locked locked, Input.Request request, Source source) {
        Decision decision = rules.decide(locked.training(), request, locked.now());
        if (!request.affordable()) {
            spending.refused();
        }
        return trainings.insert(decision.next(), request.plan(), source)
                .flatMap(inserted -> inserted
                        ? follow(request.plan().person(), locked, decision)
                        : Mono.just(locked.training()));
    }

    private Mono<Training> follow(Person person, Locked locked, Decision decision) {
        Training next = decision.next();
        return tell(person, locked, decision)
                .thenMany(Flux.fromIterable(decision.effects()))
                .concatMap(effect -> effect(person, next, effect, locked.now()))
                .then(Mono.just(next));
    }

    private Mono<Void> tell(Person person, Locked locked, Decision decision) {
        if (decision.next() instanceof Training.Unheard) {
            return Mono.empty();
        }
        TrainingState after = TrainingState.of(decision.next());
        boolean moved = locked.training() instanceof Training.Unheard || TrainingState.of(locked.training()) != after;
        if (moved) {
            log.info("Training {} is {}", decision.next().id(), after);
        }
        Optional<Effect.AnnounceProgress> progress = decision.effects()
                .stream()
                .filter(Effect.AnnounceProgress.class::isInstance)
                .map(Effect.AnnounceProgress.class::cast)
                .findFirst();
        return moved || progress.isPresent()
                ? trainings.tell(person, decision.next(), progress, locked.now())
                : Mono.empty();
    }

    private Mono<Void> effect(Person person, Training training, Effect effect, Instant now) {
        TrainingId id = training.id();
        return switch (effect) {
            case Effect.PackPhotos(var attempt) -> queue(TrainingWork.PACKAGE, person, id, attempt);
            case Effect.Submit(var attempt) -> queue(TrainingWork.SUBMIT, person, id, attempt);
            case Effect.Settle(var attempt) -> queue(TrainingWork.SETTLE, person, id, attempt);
            case Effect.Poll(var attempt) -> queue(TrainingWork.POLL, person, id, attempt);
            case Effect.CancelAtProvider(var providerId) -> queue(TrainingWork.CANCEL, person, id, providerId);
            case Effect.CleanUp() -> queue(TrainingWork.CLEAN_UP, person, id, "all");
            case Effect.WatchDeadline() -> training instanceof Training.Live live
                    ? work.enqueue(TrainingWork.DEADLINE.item(person, id, "all",
                            Duration.between(now, live.plan().deadline())))
                    : Mono.empty();
            case Effect.Book(var number, var entry, var micros) -> plan(training)
                    .map(plan -> spending.book(plan, number, entry, micros))
                    .orElseGet(Mono::empty);
            case Effect.AnnounceStart _,Effect.AnnounceProgress _,Effect.AnnounceEnd _ ->
                Flux.fromStream(TrainingEvents.of(training, effect, now).stream()).concatMap(outbox::append).then();
        };
    }

    private static Optional<Plan> plan(Training training) {
        return switch (training) {
            case Training.Unheard _ -> Optional.empty();
            case Training.Live live -> Optional.of(live.plan());
            case Training.Ended ended -> Optional.of(ended.plan());
        };
    }

    private Mono<Void> queue(TrainingWork kind, Person person, TrainingId id, Object detail) {
        return work.enqueue(kind.item(person, id, detail, Duration.ZERO));
    }
}
