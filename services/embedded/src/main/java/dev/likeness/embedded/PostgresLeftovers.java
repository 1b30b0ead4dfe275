package dev.likeness.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a kill -9 of our JVM leaves of PostgreSQL: a server that runs on, or only its
 * postmaster.pid. A foreign process that got the same process id by chance is never touched.
 */
final class PostgresLeftovers {

    private static final Logger log = LoggerFactory.getLogger(PostgresLeftovers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PostgresLeftovers() {}

    /** Afterwards no server runs on the data directory and a new one can start there. */
    static void clear(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        try {
            postmaster(pidFile, data).ifPresent(PostgresLeftovers::stop);
            // With the process gone, a file that names it, or a stranger with its number, only hinders the next start.
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new PartUnavailable("What is left of an earlier PostgreSQL in " + data + " can't be cleared: "
                    + e.getMessage(), e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path pidFile, Path data) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(process -> servesFrom(process, data));
    }

    private static boolean servesFrom(ProcessHandle process, Path data) {
        try {
            // The postmaster makes its data directory its working directory.
            Path workingDirectory = Path.of("/proc", Long.toString(process.pid()), "cwd");
            if (Files.exists(workingDirectory)) {
                return workingDirectory.toRealPath().equals(data.toRealPath());
            }
        } catch (IOException e) {
            return false;
        }
        return process.info().commandLine().filter(line -> line.contains(data.toString())).isPresent();
    }

    private static void stop(ProcessHandle postmaster) {
        log.info("stopping a PostgreSQL left running by an instance that was killed, process {}", postmaster.pid());
        // TERM would wait for the clients to leave. INT ends their sessions, QUIT skips the checkpoint.
        for (String signal : List.of("INT", "QUIT")) {
            Processes.signal(signal, postmaster);
            if (Processes.ends(postmaster, PATIENCE)) {
                return;
            }
        }
        throw new PartUnavailable(
                "An earlier PostgreSQL, process " + postmaster.pid() + ", doesn't stop. Stop it by hand.");
    }
}
