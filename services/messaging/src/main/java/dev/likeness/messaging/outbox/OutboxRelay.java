package dev.likeness.messaging.outbox;

import dev.likeness.messaging.AfterCommit;
import dev.likeness.messaging.CrashPoint;
import dev.likeness.messaging.MessagingProperties.Relay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what the outbox holds, in its order. One relay per service works at a time; the others
 * wait for its lease to run out.
 */
class OutboxRelay implements SmartLifecycle, AfterCommit {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration TIDIED_EVERY = Duration.ofHours(12);

    private final OutboxRows rows;
    private final Pruning pruning;
    private final ServiceLease lease;
    private final Supplier<EventPublisher> publishers;
    private final Relay settings;
    private final InstantSource clock;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private Instant tidied = Instant.MIN;

    OutboxRelay(OutboxRows rows, Pruning pruning, ServiceLease lease, Supplier<EventPublisher> publishers,
            Relay settings,
            InstantSource clock) {
        this.rows = rows;
        this.pruning = pruning;
        this.lease = lease;
        this.publishers = publishers;
        this.settings = settings;
        this.clock = clock;
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
            Thread fresh = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
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
            join(running);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (EventPublisher publisher = publishers.get()) {
            while (isRunning()) {
                Duration pause;
                try {
                    pause = Boolean.TRUE.equals(lease.hold().block())
                            ? relay(publisher)
                            : settings.lease().dividedBy(3);
                } catch (RuntimeException failed) {
                    log.warn("The outbox could not be relayed just now: {}", failed.toString());
                    pause = settings.poll().multipliedBy(2);
                }
                var _ = wakeUps.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** @return how long to pause before the next look */
    private Duration relay(EventPublisher publisher) throws InterruptedException {
        tidy();
        List<OutboxRow> waiting = rows.waiting(settings.batch()).blockOptional().orElse(List.of());
        if (waiting.isEmpty()) {
            return settings.poll();
        }
        EventPublisher.Result result = publisher.publish(waiting);
        if (!result.published().isEmpty()) {
            CrashPoint.BEFORE_OUTBOX_MARK.reached();
            var _ = rows.archive(result.published()).block();
            CrashPoint.AFTER_OUTBOX_MARK.reached();
        }
        result.refused().forEach((number, cause) -> {
            log.error("Outbox row {} can never be published as it is, it is parked: {}", number, cause);
            rows.park(number, cause).block();
        });
        result.failures().forEach(failure -> log.warn("Outbox rows wait to be published: {}", failure.toString()));
        return result.published().size() == waiting.size() ? Duration.ZERO : settings.poll();
    }

    /** Twice a day, by the one relay of the service: so nobody else needs a lease for it. */
    private void tidy() {
        if (tidied.isBefore(clock.instant().minus(TIDIED_EVERY))) {
            rows.ensurePartitions().block();
            long pruned = pruning.prune().blockOptional().orElse(0L);
            log.info("Forgot {} handled events and finished jobs", pruned);
            tidied = clock.instant();
        }
    }

    private void release() {
        try {
            boolean interrupted = Thread.interrupted();
            lease.release().block();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        } catch (RuntimeException gone) {
            log.debug("The relay's lease was left to run out: {}", gone.toString());
        }
    }

    private static void join(Thread running) {
        try {
            var _ = running.join(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
