package dev.likeness.messaging;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Does one kind of slow work. It may be run again after a crash, so it starts from what the
 * database says.
 */
public interface WorkHandler {

    String kind();

    /** How many of this kind one instance does at once. */
    default int concurrency() {
        return 2;
    }

    /**
     * How often it is tried before {@link #exhausted}; transient faults of others are worth many tries.
     */
    default int maxAttempts() {
        return 20;
    }

    /**
     * Whether it is done although the person's epoch has ended since: only what removes things does.
     */
    default boolean outlivesEpoch() {
        return false;
    }

    /**
     * Whether persons take turns, so that one's crowd of work holds up nobody else's. Each claim then
     * looks at all that is due.
     */
    default boolean takesTurns() {
        return false;
    }

    /**
     * Does the work. Whatever it writes goes through {@link Lease#commit}, so that a worker that lost
     * its lease writes nothing. An error means: again later, with exponential back-off and jitter.
     */
    Mono<Next> run(Job job, Lease lease);

    /**
     * Called instead of a further try; must leave the person with a reason. Same rules as {@link #run}.
     */
    Mono<Void> exhausted(Job job, Lease lease, Throwable cause);

    /** What follows a run. */
    sealed interface Next {

        record Done() implements Next {}

        /** Not finished and not failed: look again later. The count of attempts starts anew. */
        record Again(Duration delay) implements Next {}
    }

    static Mono<Next> done() {
        return Mono.just(new Next.Done());
    }

    static Mono<Next> again(Duration delay) {
        return Mono.just(new Next.Again(delay));
    }
}
