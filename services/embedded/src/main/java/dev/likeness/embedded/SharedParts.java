package dev.likeness.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts that the tests of one JVM share, and the removal of what killed test JVMs left. */
final class SharedParts {

    private static final Logger log = LoggerFactory.getLogger(SharedParts.class);
    private static final String PREFIX = "likeness-parts-";
    /** A younger directory may belong to a JVM that is about to lock it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    static final EmbeddedParts PARTS = start();

    private SharedParts() {}

    private static EmbeddedParts start() {
        try {
            Path directory = Files.createTempDirectory(PREFIX);
            sweep(directory);
            EmbeddedParts parts = EmbeddedParts.lazily(directory, Ports.free(), Durability.PROCESS_CRASH,
                    StartProgress.lines(line -> log.info("shared parts: {}", line)));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(parts, directory), "stop-shared-parts"));
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(EmbeddedParts parts, Path directory) {
        try (parts) {
            log.debug("stopping the shared parts");
        } finally {
            delete(directory);
        }
    }

    /** Ends the processes and deletes the directories of test JVMs that were killed. */
    private static void sweep(Path own) throws IOException {
        UserPrincipal me = Files.getOwner(own);
        try (Stream<Path> siblings = Files.list(own.resolveSibling(""))) {
            List<Path> others = siblings.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .filter(path -> !path.equals(own))
                    .toList();
            for (Path other : others) {
                sweepIfAbandoned(other, me);
            }
        }
    }

    private static void sweepIfAbandoned(Path other, UserPrincipal me) {
        try {
            if (!Files.getOwner(other).equals(me)
                    || Files.getLastModifiedTime(other).toInstant().isAfter(now().minus(YOUNG))) {
                return;
            }
            try (DataDirectory directory = DataDirectory.lock(other)) {
                EmbeddedParts.stopLeftovers(directory);
                Directories.delete(other);
                log.info("removed what a killed test JVM had left in {}", other.getFileName());
            }
        } catch (PartUnavailable | IOException e) {
            log.debug("left alone", e);
        }
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static void delete(Path directory) {
        try {
            Directories.delete(directory);
        } catch (IOException e) {
            log.warn("{} stays behind", directory, e);
        }
    }
}
