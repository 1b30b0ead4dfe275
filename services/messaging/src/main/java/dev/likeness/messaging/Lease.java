package dev.likeness.messaging;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** The right to do a job, for as long as it is renewed. */
public interface Lease {

    /**
     * Runs the work in one transaction that commits only while this worker still holds the job and the
     * person is still in the job's epoch. Otherwise it fails with {@link LeaseLost} or
     * {@link EpochOver}, and nothing is written.
     */
    <T> Mono<T> commit(Supplier<Mono<T>> work);

    /** Another worker has taken the job over. */
    final class LeaseLost extends RuntimeException {
        public LeaseLost(String message) {
            super(message);
        }
    }

    /** A fresh start has come in between; what the job made is to be removed. */
    final class EpochOver extends RuntimeException {
        public EpochOver(String message) {
            super(message);
        }
    }
}
