package dev.likeness.validation.checking;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.validation.report.Photo;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The upright copies without metadata that a training reads. */
@Component
class PreparedCopies {

    private static final String CONTENT_TYPE = "image/jpeg";

    private final ObjectStore store;

    PreparedCopies(ObjectStore store) {
        this.store = store;
    }

    /** Writes the copy, over one that an earlier check may have left. */
    Mono<Void> put(Photo photo, byte[] jpeg) {
        return store.put(key(photo.preparedKey()),
                Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(jpeg))), jpeg.length,
                CONTENT_TYPE);
    }

    /** Copies the copy of another photo with the same bytes; false where there is none. */
    Mono<Boolean> take(String otherKey, Photo photo) {
        return store.copy(key(otherKey), key(photo.preparedKey()))
                .thenReturn(true)
                .onErrorResume(ObjectMissing.class, _ -> Mono.just(false));
    }

    Mono<Void> remove(String name) {
        return store.delete(key(name));
    }

    private static ObjectKey key(String name) {
        return ObjectKey.in(Bucket.PREPARED, name);
    }
}
