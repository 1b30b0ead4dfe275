package dev.likeness.chaos.parts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A JVM of ours that is treated badly. */
public final class Child {

    /** By its address: not every class path has it. */
    private static final String LOGGING = Objects.requireNonNull(Child.class.getResource("/chaos-logback.xml"))
            .toString();
    private static final Duration DEATH = Duration.ofSeconds(20);

    private final Process process;
    private boolean frozen;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * @param options of the JVM
     * @param log for its own log; what it prints goes beside it
     */
    static Child start(List<String> options, String mainClass, List<String> arguments, Path log) {
        List<String> all = new ArrayList<>(List.of(mainClass));
        all.addAll(arguments);
        return launch(options, ClassPath.jarsFirst(), UnderWatch.class.getName(), all, log);
    }

    /** With the class path's jars only, which is what an archive of classes can be made of. */
    static Child startOfJars(List<String> options, String mainClass, List<String> arguments, Path log) {
        return launch(options, ClassPath.jars(), mainClass, arguments, log);
    }

    private static Child launch(List<String> options, String classPath, String mainClass, List<String> arguments,
            Path log) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss512k", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true", "-Dlogback.configurationFile=" + LOGGING,
                "-Dorg.springframework.boot.logging.LoggingSystem=none", "-DLOG_FILE=" + log,
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.likeness.events"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        File printed = log.resolveSibling(log.getFileName() + ".out").toFile();
        try {
            return new Child(new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(printed))
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public boolean lives() {
        return process.isAlive();
    }

    /** Waits; true as soon as it has ended. */
    boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Of one that has ended. */
    int exit() {
        return process.exitValue();
    }

    /** SIGKILL, and waits for it to be gone. */
    void kill() {
        process.destroyForcibly();
        if (!endsWithin(DEATH)) {
            throw new IllegalStateException("Process " + process.pid() + " survives a SIGKILL");
        }
    }

    /** SIGTERM, and SIGKILL if that takes long. */
    void stop() {
        if (frozen) {
            thaw();
        }
        process.destroy();
        if (!endsWithin(DEATH)) {
            kill();
        }
    }

    /** SIGSTOP: it keeps its connections and its leases, and does nothing. */
    void freeze() {
        Signals.send("STOP", process.pid());
        frozen = true;
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void thaw() {
        Signals.send("CONT", process.pid());
        frozen = false;
    }
}
