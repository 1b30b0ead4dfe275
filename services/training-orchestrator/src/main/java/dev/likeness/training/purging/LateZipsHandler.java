package dev.likeness.training.purging;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Space;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Empties an old space of ZIPs once more, when no worker can still be writing one. */
@Component
class LateZipsHandler implements WorkHandler {

    static final String KIND = "training-late-zips";

    private final ObjectStore store;

    LateZipsHandler(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return KIND;
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
        return store.deleteSpace(Bucket.TRAINING_ZIPS, new Space(job.payload())).then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A purge is never given up", cause));
    }
}
