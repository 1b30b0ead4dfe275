package dev.likeness.upload.sending;

import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.LooseObjects;
import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.PhotoName;
import dev.likeness.upload.set.StoredObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The photos of a multipart request, one after another. A part does not say its size, which the
 * store must know, so each waits in a temporary file for its own end; never in memory.
 */
@Component
public class ReceivePhotos {

    /** The name of every part. */
    public static final String PART = "photos";

    /** Pieces of the request that are read while a photo goes to the store; each may have 64 KB. */
    private static final int EVENTS_AHEAD = 2;

    private final ObjectStore store;
    private final LooseObjects loose;
    private final LimitProperties limits;
    private final Places places;

    ReceivePhotos(ObjectStore store, LooseObjects loose, LimitProperties limits, Places places) {
        this.store = store;
        this.loose = loose;
        this.limits = limits;
        this.places = places;
    }

    /**
     * Stores the photos in objects of the batch, which the caller keeps or removes. Fails with
     * {@link UnusablePart}, {@link TooManyPhotos}, {@link TooLarge}, {@link EmptyPhoto},
     * {@link Stalled}, {@link TooSlow}, {@link Busy}, {@link EpochEnded}, or a
     * {@link org.springframework.core.codec.DecodingException} where the body is no multipart one.
     */
    public Mono<List<ReceivedPhoto>> handle(Person person, UUID batch, ServerHttpRequest request) {
        return places.holding(person.userId(), receiveAll(person, batch, request));
    }

    private Mono<List<ReceivedPhoto>> receiveAll(Person person, UUID batch, ServerHttpRequest request) {
        var refused = new RefusedRest();
        var count = new AtomicInteger();
        return PartEvents.of(request, limits)
                .windowUntil(PartEvent::isLast, false, EVENTS_AHEAD)
                // Not cut off by a sender who hangs up while a photo is being stored: what is begun after the batch was
                // cleared would stay behind.
                .concatMapDelayError(part -> part.switchOnFirst((first, events) -> {
                    PartEvent event = first.get();
                    return event == null
                            ? events.then(Mono.<ReceivedPhoto>empty())
                            : receive(person, batch, refused, count.incrementAndGet(), event, events);
                }), false, 1)
                .collectList()
                .flatMap(photos -> refused.failure()
                        .<Mono<List<ReceivedPhoto>>>map(Mono::error)
                        .orElseGet(() -> Mono.just(photos)));
    }

    private Mono<ReceivedPhoto> receive(Person person, UUID batch, RefusedRest refused, int position, PartEvent first,
            Flux<PartEvent> events) {
        if (!PART.equals(first.name()) || !(first instanceof FilePartEvent)) {
            refused.because(new UnusablePart(position));
        } else if (position > limits.photos()) {
            refused.because(new TooManyPhotos(limits.photos()));
        }
        var measure = new Measure(limits.photoSize().toBytes());
        Flux<DataBuffer> content = events.map(PartEvent::content)
                .filter(buffer -> refused.lets(buffer, measure));
        String name = first instanceof FilePartEvent file ? file.filename() : "";
        return Mono.using(() -> Spool.in(limits.spool()), spool -> spool.fill(content).then(Mono.defer(() -> {
            if (refused.failure().isEmpty() && measure.size() == 0) {
                refused.because(new EmptyPhoto(position));
            }
            return refused.failure().isPresent()
                    ? Mono.<Stored>empty()
                    : store(person, batch, measure.result(), AnnouncedType.of(first.headers().getContentType()), spool);
        }))).map(stored -> new ReceivedPhoto(new PhotoName(name), stored.bytes(), stored.object()));
    }

    private record Stored(Bytes bytes, StoredObject object) {}

    private Mono<Stored> store(Person person, UUID batch, Bytes bytes, String contentType, Spool spool) {
        return loose.begin(person, batch)
                .switchIfEmpty(Mono.error(EpochEnded::new))
                .flatMap((ObjectKey key) -> store
                        .put(key, spool.content(DefaultDataBufferFactory.sharedInstance), bytes.size(), contentType)
                        .thenReturn(new Stored(bytes, new StoredObject(key.name(), contentType))));
    }
}
