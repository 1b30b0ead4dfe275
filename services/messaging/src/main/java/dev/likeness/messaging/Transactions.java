package dev.likeness.messaging;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Runs work in one database transaction that the caller can't cancel. A client that hangs up
 * cancels its request, and a cancelled transaction rolls back beside whatever is still in flight
 * and may leak its connection; so a transaction once begun runs to its end, bounded by the
 * database's own statement and lock timeouts.
 */
public final class Transactions {

    private final TransactionalOperator operator;
    private final ObjectProvider<AfterCommit> afterCommit;

    public Transactions(TransactionalOperator operator, ObjectProvider<AfterCommit> afterCommit) {
        this.operator = operator;
        this.afterCommit = afterCommit;
    }

    /** Runs the work; inside a transaction already begun it joins that one. */
    public <T> Mono<T> run(Supplier<Mono<T>> work) {
        return uncancellable(() -> work.get().doOnSuccess(done -> CrashPoint.BEFORE_COMMIT.reached()), this::committed);
    }

    /**
     * The same for what nobody waits for, such as a look for work: if looking woke the workers, they
     * would never stop looking.
     */
    public <T> Mono<T> quietly(Supplier<Mono<T>> work) {
        return uncancellable(work, () -> {});
    }

    private <T> Mono<T> uncancellable(Supplier<Mono<T>> work, Runnable committed) {
        return Mono.create(sink -> {
            var _ = operator.transactional(Mono.defer(work)).contextWrite(sink.contextView()).subscribe(value -> {
                committed.run();
                sink.success(value);
            }, sink::error, () -> {
                committed.run();
                sink.success();
            });
        });
    }

    private void committed() {
        CrashPoint.AFTER_COMMIT.reached();
        afterCommit.forEach(AfterCommit::wake);
    }
}
