package dev.likeness.chaos.parts;

import dev.likeness.embedded.Durability;
import dev.likeness.embedded.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** PostgreSQL, on the same data and port however often it is started. */
public final class Database implements AutoCloseable {

    private static final Duration DEATH = Duration.ofSeconds(30);

    private final Path directory;
    private final int port;
    private PostgresServer server;

    Database(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.server = PostgresServer.start(directory, port, Durability.PROCESS_CRASH);
    }

    public PostgresServer server() {
        return server;
    }

    /**
     * All sessions cut at once and no checkpoint, as {@code pg_ctl stop -m immediate} does; then up
     * again.
     */
    public void crashAndRestart() {
        long postmaster = postmaster();
        Signals.send("QUIT", postmaster);
        ProcessHandle.of(postmaster).ifPresent(process -> {
            try {
                var _ = process.onExit().get(DEATH.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException lives) {
                throw new IllegalStateException("PostgreSQL survives an immediate stop", lives);
            }
        });
        server.close();
        server = PostgresServer.start(directory, port, Durability.PROCESS_CRASH);
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).getFirst().strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
