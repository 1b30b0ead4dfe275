package dev.likeness.validation.checking;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
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
        return store.put(key(photo), Flux.defer(() -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(jpeg))),
                jpeg.length, CONTENT_TYPE);
    }

    Mono<Void> remove(Photo photo) {
        return store.delete(key(photo));
    }

    private static ObjectKey key(Photo photo) {
        return ObjectKey.in(Bucket.PREPARED, photo.preparedKey());
    }
}
