package dev.likeness.upload.tidying;

import dev.likeness.access.idempotency.Idempotency;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.upload.keeping.LooseObjects;
import dev.likeness.upload.keeping.PhotoNames;
import dev.likeness.upload.keeping.PhotoSets;
import dev.likeness.upload.keeping.SetProperties;
import dev.likeness.upload.set.Input.LookedAfter;
import dev.likeness.upload.set.PhotoSet;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.UploadId;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Looks at one set now and then: removes it where nobody touched it for long, with its objects;
 * removes what a crash left behind; forgets the names some time after the verdict, and answers to
 * requests that nobody repeats any more.
 */
@Component
class TidySet implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(TidySet.class);

    private final PhotoSets sets;
    private final LooseObjects loose;
    private final PhotoNames names;
    private final Idempotency answers;
    private final SetProperties properties;
    private final Clock clock;

    TidySet(PhotoSets sets, LooseObjects loose, PhotoNames names, Idempotency answers, SetProperties properties,
            Clock clock) {
        this.sets = sets;
        this.loose = loose;
        this.names = names;
        this.answers = answers;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LooseObjects.TIDY;
    }

    // Not under the lease: each step is repeatable and checks the epoch itself, and two workers of one person that hold
    // their leases' shared locks would wait for each other's exclusive one.
    @Override
    public Mono<Next> run(Job job, Lease lease) {
        UUID batch = LooseObjects.batch(job.key());
        return sets.move(job.person(), new UploadId(batch), new LookedAfter(properties.abandonAfter()))
                .flatMap(decision -> {
                    if (!decision.effects().isEmpty() && decision.refusal().isEmpty()) {
                        log.info("Upload {} was forgotten: {}", batch,
                                decision.next() instanceof Absent
                                        ? "it is removed"
                                        : "what was added since is removed");
                    }
                    return loose.removeDue(job.person(), batch).thenReturn(decision.next());
                })
                .flatMap(set -> answers.removeExpired().then(names(job, set)))
                .flatMap(settled -> settled ? loose.anyLeft(batch) : Mono.just(true))
                .flatMap(again -> again ? WorkHandler.again(properties.tidyEvery()) : WorkHandler.done());
    }

    /** Whether this set needs no further look. */
    private Mono<Boolean> names(Job job, PhotoSet set) {
        return switch (set) {
            case Absent _ -> Mono.just(true);
            case Open _,Checking _ -> Mono.just(false);
            case Decided decided -> {
                Instant due = decided.verdict().at().plus(properties.keepNames());
                yield due.isAfter(clock.instant())
                        ? Mono.just(false)
                        : names.forget(job.person(), decided.id()).thenReturn(true);
            }
        };
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("Tidying is never given up", cause));
    }
}
