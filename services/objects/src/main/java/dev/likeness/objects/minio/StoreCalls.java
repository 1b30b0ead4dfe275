package dev.likeness.objects.minio;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectsProperties;
import dev.likeness.objects.StoreUnavailable;
import io.minio.errors.MinioException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How we call the store: so many at once, again where that is safe, on virtual threads. */
final class StoreCalls {

    private final Semaphore permits;
    private final Duration queueTimeout;
    private final int attempts;
    private final Duration backoff;

    StoreCalls(ObjectsProperties properties) {
        this.permits = new Semaphore(properties.maxConcurrentCalls(), true);
        this.queueTimeout = properties.queueTimeout();
        this.attempts = properties.attempts();
        this.backoff = properties.backoff();
    }

    /**
     * Runs blocking work on a thread of its own, which is interrupted when the result is no longer
     * wanted.
     */
    <T extends @Nullable Object> Mono<T> on(Callable<T> work) {
        return Mono.create(sink -> {
            AtomicBoolean cancelled = new AtomicBoolean();
            Thread thread = Thread.ofVirtual().name("objects").unstarted(() -> {
                try {
                    T result = work.call();
                    if (result == null) {
                        sink.success();
                    } else {
                        sink.success(result);
                    }
                } catch (Throwable e) {
                    if (!cancelled.get()) {
                        sink.error(e);
                    }
                }
            });
            var _ = sink.onCancel(() -> {
                cancelled.set(true);
                thread.interrupt();
            });
            thread.start();
        });
    }

    /** For calls that change nothing when they are repeated. */
    <T> T repeatable(Bucket bucket, StoreCall<T> call) throws InterruptedException {
        try (Held<T> held = held(bucket, call)) {
            return held.answer;
        }
    }

    /**
     * As {@link #repeatable}, for an answer that is still being read: it keeps its place until it is
     * closed.
     */
    <T> Held<T> held(Bucket bucket, StoreCall<T> call) throws InterruptedException {
        for (int attempt = 1;; attempt++) {
            Permit permit = acquire();
            try {
                return new Held<>(await(call.start()), permit);
            } catch (ExecutionException | MinioException e) {
                permit.close();
                Fault fault = Fault.of(e, bucket);
                if (!fault.passing() || attempt >= attempts) {
                    throw fault.error();
                }
            } catch (InterruptedException | RuntimeException e) {
                permit.close();
                throw e;
            }
            Thread.sleep(pause(attempt));
        }
    }

    /** For calls whose content is gone when it has been sent. */
    <T> T once(Bucket bucket, StoreCall<T> call) throws InterruptedException {
        try (Permit _ = acquire()) {
            return await(call.start());
        } catch (ExecutionException | MinioException e) {
            throw Fault.of(e, bucket).error();
        }
    }

    private Permit acquire() throws InterruptedException {
        if (!permits.tryAcquire(queueTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new StoreUnavailable("too many calls");
        }
        AtomicBoolean released = new AtomicBoolean();
        return () -> {
            if (released.compareAndSet(false, true)) {
                permits.release();
            }
        };
    }

    int available() {
        return permits.availablePermits();
    }

    /**
     * Half of it certain, half of it chance: callers that failed together do not come back together.
     */
    private Duration pause(int attempt) {
        long full = backoff.toNanos() << (attempt - 1);
        return Duration.ofNanos(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    private static <T> T await(CompletableFuture<T> future) throws InterruptedException, ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            // Nobody will read what is still to come: an open answer would keep its connection.
            future.thenAccept(StoreCalls::close);
            throw e;
        }
    }

    private static void close(@Nullable Object answer) {
        if (answer instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                // It was not wanted anyway.
            }
        }
    }

    /** An answer with its place among the calls in flight. */
    record Held<T>(T answer, Permit permit) implements AutoCloseable {

        @Override
        public void close() {
            permit.close();
        }
    }

    /** A place among the calls in flight; closing it twice is fine. */
    interface Permit extends AutoCloseable {

        @Override
        void close();
    }
}
