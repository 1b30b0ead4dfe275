package dev.likeness.validation.checking;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.validation.PreparedCopy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where the epoch ends first, its purge empties the whole space. */
@Component
class RemoveCopyHandler implements WorkHandler {

    private final PreparedCopies copies;

    RemoveCopyHandler(PreparedCopies copies) {
        this.copies = copies;
    }

    @Override
    public String kind() {
        return PreparedCopy.REMOVE;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return copies.remove(job.key()).then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("Removing is never given up", cause));
    }
}
