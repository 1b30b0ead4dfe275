package dev.likeness.imaging.darkroom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The child processes that there are: started when wanted, watched, and stopped when idle. */
final class Workers implements AutoCloseable {

    private static final int MOST_WORDS = 300;

    private final DarkroomSettings settings;
    private final WorkerCommand command;
    private final Map<Worker, Path> directories = new ConcurrentHashMap<>();
    private final Deque<Worker> resting = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("darkroom-watch").factory());
    private final AtomicLong started = new AtomicLong();
    private @Nullable Path home;
    private volatile boolean closed;

    Workers(DarkroomSettings settings, WorkerCommand command) {
        this.settings = settings;
        this.command = command;
        long period = ResidentMemory.period().toMillis();
        var _ = watch.scheduleWithFixedDelay(this::watch, period, period, TimeUnit.MILLISECONDS);
    }

    /** One that rests, the last used first, so that others get old and are stopped; or a fresh one. */
    Worker any() throws InterruptedException {
        for (Worker worker = resting.pollFirst(); worker != null; worker = resting.pollFirst()) {
            if (worker.isAlive()) {
                return worker;
            }
            dismiss(worker);
        }
        return fresh();
    }

    Worker fresh() throws InterruptedException {
        Worker worker = start();
        try {
            worker.greet();
            return worker;
        } catch (WorkerLost e) {
            String words = lastWords(worker);
            dismiss(worker);
            throw new DarkroomFailure("A worker did not start" + (words.isEmpty() ? "" : ": " + words), e);
        } catch (InterruptedException e) {
            dismiss(worker);
            throw e;
        }
    }

    /** Before its first photo, so that nothing of a photo is in it. */
    private String lastWords(Worker worker) {
        Path directory = directories.get(worker);
        if (directory == null) {
            return "";
        }
        try (Stream<String> lines = Files.lines(directory.resolve(WorkerCommand.ERRORS), ISO_8859_1)) {
            String last = lines.filter(line -> !line.isBlank()).reduce("", (_, line) -> line);
            return last.substring(0, Math.min(last.length(), MOST_WORDS));
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Takes it back after its work. */
    void rest(Worker worker) {
        if (worker.isUsable(settings.photosPerWorker()) && !closed) {
            resting.addFirst(worker);
        } else {
            dismiss(worker);
        }
    }

    void dismiss(Worker worker) {
        worker.kill("it is dismissed");
        Path directory = directories.remove(worker);
        if (directory != null) {
            WorkersHome.delete(directory);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** For tests, as what follows. */
    int count() {
        return directories.size();
    }

    long busy() {
        return directories.keySet().stream().filter(Worker::isExamining).count();
    }

    long started() {
        return started.get();
    }

    /** Of the worker that has most. */
    long residentBytes() {
        return directories.keySet().stream().mapToLong(Worker::residentBytes).max().orElse(0);
    }

    synchronized Path home() {
        return Objects.requireNonNull(home, "nothing was started yet");
    }

    Path natives() {
        return home().resolve("natives");
    }

    @Override
    public void close() {
        Path all;
        synchronized (this) {
            closed = true;
            all = home;
        }
        watch.shutdownNow();
        resting.clear();
        directories.keySet().forEach(this::dismiss);
        if (all != null) {
            WorkersHome.delete(all);
        }
    }

    private synchronized Worker start() {
        if (closed) {
            throw new DarkroomFailure("The darkroom is closed");
        }
        try {
            if (home == null) {
                WorkersHome.clearAbandoned();
                home = WorkersHome.create();
                Files.createDirectory(natives());
            }
            Path directory = Files.createTempDirectory(home, "worker-");
            Worker worker = new Worker(command.start(directory, natives()),
                    settings.memoryBytes());
            directories.put(worker, directory);
            var _ = started.incrementAndGet();
            return worker;
        } catch (IOException e) {
            throw new DarkroomFailure("A worker could not be started", e);
        }
    }

    private void watch() {
        directories.keySet().forEach(Worker::watch);
        for (Worker worker : resting) {
            if (worker.restsLongerThan(settings.idle()) && resting.remove(worker)) {
                dismiss(worker);
            }
        }
    }
}
