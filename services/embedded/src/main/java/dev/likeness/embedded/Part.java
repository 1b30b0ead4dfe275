package dev.likeness.embedded;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part that starts when it is first asked for. */
final class Part<T extends AutoCloseable> implements AutoCloseable {

    private final String name;
    private final StartProgress progress;
    private final Supplier<T> start;
    private @Nullable T running;
    private boolean closed;

    Part(String name, StartProgress progress, Supplier<T> start) {
        this.name = name;
        this.progress = progress;
        this.start = start;
    }

    synchronized T get() {
        if (closed) {
            throw new IllegalStateException(name + " was asked for after everything had been stopped.");
        }
        T part = running;
        if (part == null) {
            long begin = System.nanoTime();
            part = start.get();
            running = part;
            progress.ready(name, Duration.ofNanos(System.nanoTime() - begin));
        }
        return part;
    }

    @Override
    public synchronized void close() {
        closed = true;
        T part = running;
        running = null;
        if (part != null) {
            try {
                part.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new PartUnavailable(name + " didn't stop cleanly: " + e.getMessage(), e);
            }
        }
    }
}
