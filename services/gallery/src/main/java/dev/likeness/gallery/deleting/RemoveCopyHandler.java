package dev.likeness.gallery.deleting;

import dev.likeness.gallery.GalleryWork;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Removes a copy and the thumbnails beside it, now and once more later: a saving under way at the
 * deletion may write it in between and crash.
 */
@Component
class RemoveCopyHandler implements WorkHandler {

    private final ObjectStore store;
    private final CopiesProperties properties;
    private final Clock clock;

    RemoveCopyHandler(ObjectStore store, CopiesProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return GalleryWork.REMOVE_COPY;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean outlivesEpoch() {
        return true;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        Duration left = Duration.between(clock.instant(), job.createdAt().plus(properties.sweptAfter()));
        return store.delete(ObjectKey.in(Bucket.GALLERY, job.payload()))
                .thenMany(store.list(Bucket.GALLERY, job.payload()))
                .concatMap(store::delete)
                .then(left.isPositive() ? WorkHandler.again(left) : WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A removal is never given up", cause));
    }
}
