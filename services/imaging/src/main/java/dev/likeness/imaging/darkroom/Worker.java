package dev.likeness.imaging.darkroom;

import dev.likeness.imaging.UnreadableImage;
import dev.likeness.imaging.reading.Examination;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One child process and what it is doing. Used by one caller at a time; {@link #watch} and
 * {@link #kill} come from other threads.
 */
final class Worker {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int PIPE_BUFFER = 64 * 1024;
    /** By the clock, so many times the processor time: on a busy machine a photo is no worse. */
    private static final int WAITING = 4;

    private final Process process;
    private final long memoryBytes;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile CompletableFuture<?> waiting = CompletableFuture.completedFuture(null);
    private volatile long deadline = Long.MAX_VALUE;
    private volatile Duration processorLimit = Duration.ofDays(1);
    private volatile long restingSince = System.nanoTime();
    private volatile int photos;

    Worker(Process process, long memoryBytes) {
        this.process = process;
        this.memoryBytes = memoryBytes;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), PIPE_BUFFER));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), PIPE_BUFFER));
    }

    /** Since it was started; zero where the platform does not tell. */
    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Waits until it says that it is ready. */
    void greet() throws WorkerLost, InterruptedException {
        int greeting = await(START_LIMIT, in::readInt);
        if (greeting != Wire.GREETING) {
            throw lost("it is no worker", null);
        }
    }

    /** @throws UnreadableImage where the worker refuses the photo */
    Examination examine(byte[] file, Duration limit) throws WorkerLost, InterruptedException {
        photos = photos + 1;
        processorLimit = processorTime().plus(limit);
        return await(limit.multipliedBy(WAITING), () -> {
            Wire.writePhoto(out, file);
            return Wire.readAnswer(in);
        });
    }

    boolean isUsable(int photosPerWorker) {
        // The next large photo should find room.
        return process.isAlive() && photos < photosPerWorker
                && residentBytes() < memoryBytes / 4 * 3;
    }

    boolean isExamining() {
        return photos > 0 && !waiting.isDone();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** 0 where it has ended. */
    long residentBytes() {
        return ResidentMemory.of(process.pid()).orElse(0);
    }

    /** Kills it where it has taken too long or too much. */
    void watch() {
        if (waiting.isDone()) {
            return;
        }
        if (System.nanoTime() - deadline > 0 || processorTime().compareTo(processorLimit) > 0) {
            kill("it took too long");
        } else if (residentBytes() > memoryBytes) {
            kill("it took too much memory");
        }
    }

    boolean restsLongerThan(Duration idle) {
        return waiting.isDone() && System.nanoTime() - restingSince > idle.toNanos();
    }

    /**
     * At once, with whatever it has started. Who waits for it is told why first, and not that a pipe
     * broke.
     */
    void kill(String why) {
        waiting.completeExceptionally(new WorkerLost(why));
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /**
     * Reads and writes on a thread of its own: a pipe can't be interrupted, who waits for this can.
     */
    private <T> T await(Duration limit, Callable<T> conversation) throws WorkerLost, InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        deadline = System.nanoTime() + limit.toNanos();
        waiting = answer;
        Thread.ofPlatform().daemon().name("darkroom-" + process.pid()).start(() -> {
            try {
                answer.complete(conversation.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (InterruptedException e) {
            kill("nobody waits for it any more");
            throw e;
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            deadline = Long.MAX_VALUE;
            restingSince = System.nanoTime();
        }
    }

    private WorkerLost failure(Throwable cause) {
        return switch (cause) {
            case UnreadableImage refusal -> throw refusal;
            case WorkerLost lost -> lost;
            case IOException e -> lost("it ended or broke the rules", e);
            case UncheckedIOException e -> lost("it ended or broke the rules", e);
            case JacksonException e -> lost("it answered nonsense", e);
            case IllegalArgumentException e -> lost("it answered nonsense", e);
            default -> lost("unexpectedly", cause);
        };
    }

    private WorkerLost lost(String why, @Nullable Throwable cause) {
        kill(why);
        return cause == null ? new WorkerLost(why) : new WorkerLost(why, cause);
    }
}
