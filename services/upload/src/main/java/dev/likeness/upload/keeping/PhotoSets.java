package dev.likeness.upload.keeping;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.Decision;
import dev.likeness.upload.set.Decision.Effect;
import dev.likeness.upload.set.Decision.Effect.Keep;
import dev.likeness.upload.set.Decision.Effect.LetGo;
import dev.likeness.upload.set.Decision.Effect.Refuse;
import dev.likeness.upload.set.Decision.Effect.TellUploaded;
import dev.likeness.upload.set.Input;
import dev.likeness.upload.set.Input.Announced;
import dev.likeness.upload.set.Input.CompletionAsked;
import dev.likeness.upload.set.Input.PhotoDropped;
import dev.likeness.upload.set.Input.PhotosAdded;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoId;
import dev.likeness.upload.set.PhotoSet;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.PhotoSetRules;
import dev.likeness.upload.set.PhotoState.Held;
import dev.likeness.upload.set.Refusal.UnknownSet;
import dev.likeness.upload.set.StoredObject;
import dev.likeness.upload.set.UploadId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sets of photos and their moves. Every move locks the person first, checks that the epoch is still
 * theirs, and is one transaction with its events; what comes for an epoch that is over meets an
 * unknown set.
 */
public final class PhotoSets {

    private final SetRows rows;
    private final PhotoRows photos;
    private final LooseObjects loose;
    private final TrainingRequests requests;
    private final Shell shell;

    PhotoSets(SetRows rows, PhotoRows photos, LooseObjects loose, TrainingRequests requests, Shell shell) {
        this.rows = rows;
        this.photos = photos;
        this.loose = loose;
        this.requests = requests;
        this.shell = shell;
    }

    /** What every move needs beside the rows. */
    record Shell(Transactions transactions, Epochs epochs, Outbox outbox, Clock clock) {}

    /** The set; empty where the person has no such one in their current epoch. */
    public Mono<Present> find(UserId userId, UploadId id) {
        return rows.find(userId, id);
    }

    /** Announces a set; a photo whose bytes are here already is held. A known set stays as it is. */
    public Mono<Decision> announce(Person person, UploadId id, boolean autoStart, List<Photo> announced) {
        return fenced(person, id, () -> loose.tidyLater(person, id.value())
                .then(photos.held(person, announced))
                .flatMap(held -> decide(person, id, new Announced(autoStart, using(held, announced)))));
    }

    /** Announces a set whose photos have all arrived and completes it, in one transaction. */
    public Mono<Decision> announceComplete(Person person, UploadId id, boolean autoStart, List<Photo> arrived) {
        return shell.transactions.run(() -> announce(person, id, autoStart, arrived)
                .flatMap(announced -> announced.refusal().isPresent()
                        ? Mono.just(announced)
                        : move(person, id, new CompletionAsked())));
    }

    /** Adds photos to a set; one whose bytes are here already is held, one that is known stays. */
    public Mono<Decision> add(Person person, UploadId id, List<Photo> added, int most) {
        return fenced(person, id, () -> photos.held(person, added)
                .flatMap(held -> requests.trained(person, id)
                        .flatMap(trained -> change(person, id, new PhotosAdded(using(held, added), most, trained)))));
    }

    /** Drops a photo from a set. */
    public Mono<Decision> drop(Person person, UploadId id, PhotoId photo) {
        return fenced(person, id, () -> requests.trained(person, id)
                .flatMap(trained -> change(person, id, new PhotoDropped(photo, trained))))
                .flatMap(decision -> loose.removeDue(person, id.value()).thenReturn(decision));
    }

    /** A set that was settled has to be tidied once more. */
    private Mono<Decision> change(Person person, UploadId id, Input input) {
        return decide(person, id, input).flatMap(decision -> decision.next() instanceof Present present
                ? loose.tidyLater(person, id.value(), present.revision()).thenReturn(decision)
                : Mono.just(decision));
    }

    /** One move of a set. Inside a transaction it joins that one. */
    public Mono<Decision> move(Person person, UploadId id, Input input) {
        return fenced(person, id, () -> decide(person, id, input));
    }

    private Mono<Decision> fenced(Person person, UploadId id, Supplier<Mono<Decision>> work) {
        return shell.transactions.run(() -> shell.epochs.admit(person)
                .flatMap(current -> current
                        ? work.get()
                        : Mono.just(new Decision(new Absent(id), List.of(new Refuse(new UnknownSet()))))));
    }

    private Mono<Decision> decide(Person person, UploadId id, Input input) {
        return rows.lock(person, id).flatMap(set -> {
            // No finer than what is stored and told, so that a repeated request reads exactly like the first.
            Instant now = shell.clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Decision decision = PhotoSetRules.decide(set, input, now);
            return carryOut(person, set, decision).thenReturn(decision);
        });
    }

    private Mono<Void> carryOut(Person person, PhotoSet before, Decision decision) {
        return rows.save(person, before, decision.next())
                .thenMany(Flux.fromIterable(decision.effects()))
                .concatMap(effect -> carryOut(person, decision.next().id().value(), effect))
                .then();
    }

    private Mono<Void> carryOut(Person person, UUID batch, Effect effect) {
        return switch (effect) {
            case Keep(StoredObject object) -> loose.keep(person, object)
                    .flatMap(kept -> kept ? Mono.<Void>empty() : Mono.<Void>error(new ObjectGone()));
            case LetGo(StoredObject object) -> loose.letGo(person, batch, object);
            case TellUploaded(PhotoSet.Checking set) -> shell.outbox.append(UploadedEvents.id(set),
                    UploadedEvents.of(person, set));
            case Refuse _ -> Mono.empty();
        };
    }

    private static List<Photo> using(Map<Bytes, StoredObject> held, List<Photo> announced) {
        return announced.stream().map(photo -> {
            StoredObject object = held.get(photo.bytes());
            return object == null ? photo : new Photo(photo.id(), photo.name(), photo.bytes(), new Held(object));
        }).toList();
    }
}
