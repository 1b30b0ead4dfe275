package dev.likeness.upload.sending;

import dev.likeness.person.UserId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Bounds what is received at one time, of all and of one person. Who finds no place waits with the
 * body unread, so that a rush costs time instead of memory, and one person's connections can't take
 * every place.
 */
@Component
class Places implements AutoCloseable {

    private final LimitProperties limits;
    private final Semaphore all;
    private final Map<UserId, Counted> persons = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("upload-place").factory());
    private final Scheduler waiting = Schedulers.fromExecutorService(threads, "upload-places");

    /** @param users who hold a place of it or wait for one */
    private record Counted(Semaphore places, int users) {

        Counted plus(int more) {
            return new Counted(places, users + more);
        }
    }

    Places(LimitProperties limits) {
        this.limits = limits;
        this.all = new Semaphore(limits.atOnce(), true);
    }

    /**
     * Does the work while holding a place; fails with {@link Busy} where none became free in time. Not
     * to be cancelled.
     */
    <T> Mono<T> holding(UserId person, Mono<T> work) {
        return Mono.usingWhen(Mono.fromCallable(() -> take(person)).subscribeOn(waiting), _ -> work,
                taken -> Mono.fromRunnable(() -> giveBack(person, taken)));
    }

    private Semaphore take(UserId person) throws InterruptedException {
        long start = System.nanoTime();
        Semaphore own = join(person);
        if (!own.tryAcquire(limits.queue().toNanos(), TimeUnit.NANOSECONDS)) {
            leave(person);
            throw new Busy(limits.queue());
        }
        if (!all.tryAcquire(limits.queue().toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS)) {
            own.release();
            leave(person);
            throw new Busy(limits.queue());
        }
        return own;
    }

    private void giveBack(UserId person, Semaphore own) {
        all.release();
        own.release();
        leave(person);
    }

    private Semaphore join(UserId person) {
        return Objects.requireNonNull(persons.compute(person, (_, counted) -> counted == null
                ? new Counted(new Semaphore(limits.atOncePerPerson(), true), 1)
                : counted.plus(1))).places();
    }

    private void leave(UserId person) {
        var _ = persons.computeIfPresent(person, (_, counted) -> counted.users() == 1 ? null : counted.plus(-1));
    }

    /** For tests: who holds a place or waits for one. */
    int persons() {
        return persons.size();
    }

    @Override
    public void close() {
        waiting.dispose();
        threads.shutdownNow();
    }
}
