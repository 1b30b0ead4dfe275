package dev.likeness.upload.sending;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Patience with one sender: an account of waiting time that is full at the beginning. Waiting
 * spends from it, and each byte buys back the time that it takes at the slowest pace allowed, up to
 * a full account again. So silence, a trickle, and a burst with a trickle behind it all end soon,
 * while a phone that catches up after a pause is forgiven. Only time in which something was asked
 * of the sender counts: a slow store is not the sender's fault.
 *
 * <p>
 * Times are readings of one monotonic clock, in nanoseconds.
 */
final class Pace {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long patience;
    private final long slowest;
    private double left;
    private long wanted;
    private long waitsSince;
    private long waited;
    private long bytes;

    /**
     * @param patience a full account
     * @param slowest bytes per second
     */
    Pace(Duration patience, long slowest) {
        this.patience = patience.toNanos();
        this.slowest = slowest;
        this.left = this.patience;
    }

    /**
     * The same body, which fails with {@link Stalled} or {@link TooSlow} once patience is at its end.
     */
    static Flux<DataBuffer> watch(Flux<DataBuffer> body, LimitProperties limits) {
        Scheduler clock = Schedulers.parallel();
        Duration look = limits.idle().dividedBy(8);
        return Flux.defer(() -> {
            Pace pace = new Pace(limits.idle(), limits.slowest().toBytes());
            Mono<Object> lost = Flux.interval(look, clock)
                    .onBackpressureDrop()
                    .handle((_, sink) -> pace.lost(now(clock)).ifPresent(sink::error))
                    .next();
            return body.doOnRequest(more -> pace.wants(more, now(clock)))
                    .doOnNext(buffer -> pace.came(buffer.readableByteCount(), now(clock)))
                    .takeUntilOther(lost)
                    .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
        });
    }

    private static long now(Scheduler clock) {
        return clock.now(TimeUnit.NANOSECONDS);
    }

    /** So many more pieces may come. */
    synchronized void wants(long pieces, long now) {
        if (wanted == 0) {
            waitsSince = now;
        }
        wanted = wanted + pieces < 0 ? Long.MAX_VALUE : wanted + pieces;
    }

    /** A piece has come. */
    synchronized void came(int size, long now) {
        spend(now);
        wanted = Math.max(0, wanted - 1);
        bytes += size;
        left += (double) size * SECOND / slowest;
        if (left >= patience) {
            left = patience;
            waited = 0;
            bytes = 0;
        }
    }

    /** Why this sender is waited for no longer, if so. */
    synchronized Optional<RuntimeException> lost(long now) {
        spend(now);
        if (left > 0) {
            return Optional.empty();
        }
        return Optional.of(bytes == 0
                ? new Stalled(Duration.ofNanos(patience))
                : new TooSlow(bytes, Duration.ofNanos(waited), slowest));
    }

    private void spend(long now) {
        if (wanted > 0) {
            left -= now - waitsSince;
            waited += now - waitsSince;
            waitsSince = now;
        }
    }
}
