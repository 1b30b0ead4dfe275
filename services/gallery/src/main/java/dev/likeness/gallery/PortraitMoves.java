package dev.likeness.gallery;

import dev.likeness.gallery.portrait.Decision;
import dev.likeness.gallery.portrait.Decision.Effect;
import dev.likeness.gallery.portrait.Decision.Effect.AnnounceDeleted;
import dev.likeness.gallery.portrait.Decision.Effect.AnnounceSaved;
import dev.likeness.gallery.portrait.Decision.Effect.Develop;
import dev.likeness.gallery.portrait.Decision.Effect.RemoveCopy;
import dev.likeness.gallery.portrait.Decision.Effect.ScheduleEmptying;
import dev.likeness.gallery.portrait.Decision.Effect.ScheduleExpiry;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.gallery.portrait.PortraitRules;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Work;
import dev.likeness.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shell around the rules: lock, decide, save, announce, in the caller's transaction. */
@Component
public class PortraitMoves {

    private final Portraits portraits;
    private final Work work;
    private final Outbox outbox;
    private final Clock clock;

    PortraitMoves(Portraits portraits, Work work, Outbox outbox, Clock clock) {
        this.portraits = portraits;
        this.work = work;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The portrait after what has happened. Call it inside a transaction that holds the person's epoch.
     */
    public Mono<Portrait> move(Person person, PortraitId id, Input input) {
        return portraits.lock(person, id).flatMap(before -> {
            Decision decision = PortraitRules.decide(before, input, clock.instant());
            return portraits.save(person, before, decision.next())
                    .thenMany(Flux.fromIterable(decision.effects()))
                    .concatMap(effect -> carryOut(person, id, effect))
                    .then(Mono.just(decision.next()));
        });
    }

    private Mono<Void> carryOut(Person person, PortraitId id, Effect effect) {
        return switch (effect) {
            case ScheduleExpiry(var at) ->
                work.enqueue(new Work.Item(GalleryWork.EXPIRE_PREVIEW, id.value(), person, "", until(at)));
            case ScheduleEmptying(var trashedAt, var at) ->
                work.enqueue(new Work.Item(GalleryWork.EMPTY_TRASH, GalleryWork.emptyingKey(id, trashedAt), person, "",
                        until(at)));
            case Develop() -> work.enqueue(new Work.Item(GalleryWork.DEVELOP, id.value(), person));
            case RemoveCopy(var galleryKey) -> work.enqueue(
                    new Work.Item(GalleryWork.REMOVE_COPY, id.value(), person, galleryKey, Duration.ZERO));
            case AnnounceSaved(var saved) -> outbox.append(PortraitEvents.saved(person, saved));
            case AnnounceDeleted(var deleted) -> outbox.append(PortraitEvents.deleted(person, deleted));
        };
    }

    private Duration until(Instant at) {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
