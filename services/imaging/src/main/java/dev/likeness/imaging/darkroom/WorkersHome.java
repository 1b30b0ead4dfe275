package dev.likeness.imaging.darkroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Where workers have their temporary files: named after the process that made it, so that the next
 * one can tell what a killed one left behind. Decoded pixels of somebody may be in it.
 */
final class WorkersHome {

    private static final String PREFIX = "darkroom-";

    private WorkersHome() {}

    static Path create() throws IOException {
        return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
    }

    /** Deletes those whose process has ended; what can't be deleted stays. */
    static void clearAbandoned() throws IOException {
        clearAbandoned(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static void clearAbandoned(Path temporary) throws IOException {
        List<Path> abandoned;
        try (Stream<Path> all = Files.list(temporary)) {
            abandoned = all.filter(WorkersHome::isAbandoned).toList();
        }
        abandoned.forEach(WorkersHome::delete);
    }

    private static boolean isAbandoned(Path directory) {
        OptionalLong process = process(directory.getFileName().toString());
        return process.isPresent() && ProcessHandle.of(process.getAsLong()).isEmpty();
    }

    private static OptionalLong process(String name) {
        if (!name.matches(PREFIX + "[0-9]{1,18}-.+")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length()))));
    }

    /**
     * A worker that is being killed may still write: what is left then goes with the whole at the end.
     */
    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Temporary files: the system clears them too.
        }
    }
}
