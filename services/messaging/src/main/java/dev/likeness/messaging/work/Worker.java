package dev.likeness.messaging.work;

import dev.likeness.messaging.AfterCommit;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.Lease.EpochOver;
import dev.likeness.messaging.Lease.LeaseLost;
import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.messaging.WorkHandler.Next;
import dev.likeness.messaging.work.WorkRows.Claimed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Claims work of one kind and has it done, some at once. A lease is renewed while the work goes on;
 * a worker that lost it stops, and what it still tries to write is refused.
 */
class Worker implements SmartLifecycle, AfterCommit {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(5);

    private final WorkHandler handler;
    private final WorkRows rows;
    private final Transactions transactions;
    private final MessagingProperties.Worker settings;
    private final Semaphore free;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Worker(WorkHandler handler, WorkRows rows, Transactions transactions, MessagingProperties.Worker settings) {
        this.handler = handler;
        this.rows = rows;
        this.transactions = transactions;
        this.settings = settings;
        this.free = new Semaphore(handler.concurrency());
    }

    @Override
    public void wake() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            // Known before it runs: it runs for as long as it is the one.
            Thread fresh = Thread.ofVirtual().name("worker-" + handler.kind()).unstarted(this::run);
            thread = fresh;
            fresh.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (isRunning()) {
                free.acquire();
                free.release();
                int started = claim(free.availablePermits());
                if (started == 0) {
                    var _ = wakeUps.tryAcquire(jittered(settings.poll()).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int claim(int most) {
        try {
            List<Claimed> claimed = transactions.quietly(
                    () -> (handler.takesTurns()
                            ? rows.claimInTurns(handler.kind(), most, settings.lease())
                            : rows.claim(handler.kind(), most, settings.lease())).collectList())
                    .blockOptional()
                    .orElse(List.of());
            for (Claimed one : claimed) {
                free.acquireUninterruptibly();
                var _ = Thread.ofVirtual().name("doing-" + handler.kind()).start(() -> work(one));
            }
            return claimed.size();
        } catch (RuntimeException failed) {
            log.warn("No {} could be claimed just now: {}", handler.kind(), failed.toString());
            return 0;
        }
    }

    private void work(Claimed claimed) {
        try {
            Lease lease = new RowLease(rows, transactions, claimed, handler.outlivesEpoch());
            Mono<Void> whileHeld = Mono.firstWithSignal(attempt(claimed, lease), renewing(claimed));
            whileHeld.contextWrite(claimed.causation()::writeTo).block();
        } catch (RuntimeException failed) {
            // Its lease runs out and it is claimed again.
            log.warn("{} {} was left to its lease: {}", claimed.job().kind(), claimed.job().id(), failed.toString());
        } finally {
            free.release();
            wake();
        }
    }

    private Mono<Void> attempt(Claimed claimed, Lease lease) {
        if (claimed.job().attempt() > handler.maxAttempts()) {
            return giveUp(claimed, lease, new IllegalStateException("It never came to its end"));
        }
        return (handler.outlivesEpoch() ? Mono.just(true) : rows.epochHolds(claimed.job().person()))
                .flatMap(holds -> holds
                        ? handler.run(claimed.job(), lease)
                        : Mono.<Next>error(new EpochOver("Its epoch is over")))
                .flatMap(next -> conclude(claimed, next))
                .onErrorResume(failure -> failed(claimed, lease, failure));
    }

    private Mono<Void> conclude(Claimed claimed, Next next) {
        return switch (next) {
            case Next.Done() -> rows.finish(claimed);
            case Next.Again(Duration delay) -> rows.again(claimed, jittered(delay));
        };
    }

    private Mono<Void> failed(Claimed claimed, Lease lease, Throwable failure) {
        if (failure instanceof LeaseLost) {
            return Mono.empty();
        }
        if (failure instanceof EpochOver) {
            log.info("{} {} was dropped, its epoch is over", claimed.job().kind(), claimed.job().id());
            return rows.finish(claimed);
        }
        log.warn("{} {} failed at try {}: {}", claimed.job().kind(), claimed.job().id(), claimed.job().attempt(),
                failure.toString(), failure);
        if (claimed.job().attempt() >= handler.maxAttempts()) {
            return giveUp(claimed, lease, failure);
        }
        return rows.failed(claimed, backOff(claimed.job().attempt()), failure.getClass().getSimpleName());
    }

    private Mono<Void> giveUp(Claimed claimed, Lease lease, Throwable cause) {
        return handler.exhausted(claimed.job(), lease, cause)
                .then(rows.finish(claimed))
                .onErrorResume(alsoFailed -> alsoFailed instanceof EpochOver
                        ? rows.finish(claimed)
                        : rows.failed(claimed, LONGEST_BACK_OFF, alsoFailed.getClass().getSimpleName()));
    }

    /** Renews until another worker has the job; never ends before. */
    private Mono<Void> renewing(Claimed claimed) {
        return Flux.interval(settings.lease().dividedBy(3))
                .onBackpressureDrop()
                .concatMap(
                        tick -> transactions.quietly(() -> rows.renew(claimed, settings.lease())).onErrorReturn(true),
                        1)
                .takeUntil(held -> !held)
                .then(Mono.error(() -> new LeaseLost("Lease of " + claimed.job().id())));
    }

    private static Duration backOff(int attempt) {
        Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << Math.min(attempt, 20));
        return jittered(doubled.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : doubled);
    }

    private static Duration jittered(Duration duration) {
        return Duration.ofMillis((long) (duration.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
