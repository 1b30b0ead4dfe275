package dev.likeness.upload.sending;

import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.WrongLength;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.LooseObjects;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.Decision;
import dev.likeness.upload.set.Decision.Effect.Refuse;
import dev.likeness.upload.set.Input.BytesCame;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.PhotoSetRules;
import dev.likeness.upload.set.Refusal;
import dev.likeness.upload.set.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One photo of an announced set. Its bytes go to an object of their own; only when they are what
 * was announced, the photo refers to it. Otherwise, and when the sender hangs up, the object goes
 * and the photo stays as it was.
 */
@Component
public class ReceivePhoto {

    private final ObjectStore store;
    private final LooseObjects loose;
    private final PhotoSets sets;
    private final LimitProperties limits;
    private final Places places;

    ReceivePhoto(ObjectStore store, LooseObjects loose, PhotoSets sets, LimitProperties limits, Places places) {
        this.store = store;
        this.loose = loose;
        this.sets = sets;
        this.limits = limits;
        this.places = places;
    }

    /** Not to be cancelled: it ends by itself when the body does, fails, stalls or comes too slowly. */
    public Mono<Decision> handle(Person person, Present set, Photo photo, String contentType, Flux<DataBuffer> body) {
        return places.holding(person.userId(), receive(person, set, photo, contentType, body));
    }

    private Mono<Decision> receive(Person person, Present set, Photo photo, String contentType,
            Flux<DataBuffer> body) {
        UUID batch = set.id().value();
        return loose.begin(person, batch)
                .switchIfEmpty(Mono.error(EpochEnded::new))
                .flatMap(key -> store(photo.bytes(), key, contentType, body)
                        .flatMap(measured -> record(person, set, photo, new StoredObject(key.name(), contentType),
                                measured))
                        .flatMap(decision -> decision.refusal().isEmpty()
                                ? loose.removeDue(person, batch).thenReturn(decision)
                                : loose.remove(person, batch, key).thenReturn(decision))
                        .onErrorResume(failure -> loose.remove(person, batch, key).then(Mono.error(failure))));
    }

    private Mono<Bytes> store(Bytes announced, ObjectKey key, String contentType, Flux<DataBuffer> body) {
        var measure = new Measure(Long.MAX_VALUE);
        Flux<DataBuffer> watched = Pace.watch(body, limits);
        return store.put(key, watched.doOnNext(measure::pass), announced.size(), contentType)
                .then(Mono.fromSupplier(measure::result))
                // Fewer or more than the announced bytes: what that means is for the rules to say.
                .onErrorResume(WrongLength.class, wrong -> Mono.fromSupplier(
                        () -> new Bytes(Math.max(measure.size(), wrong.receivedBytes()), announced.sha256())));
    }

    private Mono<Decision> record(Person person, Present set, Photo photo, StoredObject object, Bytes measured) {
        Optional<Refusal> mismatch = PhotoSetRules.mismatch(photo.bytes(), measured);
        return mismatch.isPresent()
                ? Mono.just(new Decision(set, List.of(new Refuse(mismatch.get()))))
                : sets.move(person, set.id(), new BytesCame(photo.id(), measured, object));
    }
}
