package dev.likeness.imaging.darkroom;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a worker: this Java and this class path, a small heap, nothing of this environment.
 *
 * @param mainClass what a worker runs
 */
record WorkerCommand(DarkroomSettings settings, String mainClass) {

    /** Where a worker says, in its directory, why it could not start. */
    static final String ERRORS = "errors";

    /**
     * @param directory the worker's own; it works and crashes in there
     * @param natives where native libraries are unpacked, shared by all workers
     */
    Process start(Path directory, Path natives) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Stream.of(machine(directory, natives), List.of(mainClass),
                DarkroomWorker.arguments(settings.copies())).flatMap(List::stream).toList());
        builder.environment().clear();
        return builder.directory(directory.toFile()).redirectError(directory.resolve(ERRORS).toFile()).start();
    }

    private List<String> machine(Path directory, Path natives) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", classPath(),
                "-Xms32m", "-Xmx" + settings.heapBytes(),
                "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30",
                "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism",
                "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + directory.resolve("crash"),
                "-Xlog:disable", "-Xlog:all=error:stderr",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + directory,
                "-Dorg.bytedeco.javacpp.cachedir=" + natives,
                // Its own bookkeeping of memory counts the whole process, and the limit is outside.
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-Dorg.bytedeco.javacpp.maxBytes=0");
    }

    /** Absolute: a worker has another directory. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
