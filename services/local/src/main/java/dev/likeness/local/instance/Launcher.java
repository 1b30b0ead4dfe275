package dev.likeness.local.instance;

import dev.likeness.embedded.FreePorts;
import dev.likeness.local.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts an instance as a process of its own, waits until it is ready, and stops it. */
public final class Launcher {

    /** The last line an instance says while it starts. */
    public static final String READY = "READY";
    /** Begins a sentence that says why an instance could not start. */
    public static final String FAILED = "FAILED ";
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration LET_GO_WITHIN = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(40);

    private final Home home;

    public Launcher(Home home) {
        this.home = home;
    }

    /**
     * @param instance which runs now
     * @param found it ran already, so that whoever started it still counts on it
     */
    public record Started(Status instance, boolean found) {}

    /**
     * The instance that runs here already, or a new one. One command at a time starts or stops; another
     * waits.
     *
     * @param said hears each line of progress
     * @throws Refusal if it can't start, with the reason
     */
    public Started start(int port, List<String> settings, Consumer<String> said) {
        return inTurn(said, () -> Status.running(home)
                .map(running -> new Started(running, true))
                .orElseGet(() -> new Started(launch(port, settings, said), false)));
    }

    /** What came of stopping. */
    public enum Stopped {
        NOT_RUNNING,
        STOPPED,
        STILL_THERE
    }

    /** Stops it, even one that no command waits for any more. */
    public Stopped stop() {
        return inTurn(line -> {}, () -> ProcessMark.launched(home)
                .filter(ProcessMark::lives)
                .flatMap(ProcessMark::handle)
                .map(Launcher::stop)
                .orElse(Stopped.NOT_RUNNING));
    }

    private static Stopped stop(ProcessHandle process) {
        var _ = process.destroy();
        return endsWithin(process, STOP_WITHIN) ? Stopped.STOPPED : Stopped.STILL_THERE;
    }

    private <T> T inTurn(Consumer<String> said, Supplier<T> action) {
        try (FileChannel channel = FileChannel.open(home.turn(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try (FileLock _ = turn(channel, said)) {
                return action.get();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static FileLock turn(FileChannel channel, Consumer<String> said) throws IOException {
        FileLock free = channel.tryLock();
        if (free != null) {
            return free;
        }
        said.accept("another command starts or stops this instance; waiting for it");
        return channel.lock();
    }

    private Status launch(int port, List<String> settings, Consumer<String> said) {
        ProcessMark.launched(home).ifPresent(last -> awaitEnd(last, port));
        requireFree(port);
        try {
            Files.deleteIfExists(home.status());
            Files.deleteIfExists(home.startLog());
            Files.createFile(home.startLog());
            Process process = new ProcessBuilder(command(port, settings)).directory(home.directory().toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(home.startLog().toFile()))
                    .redirectErrorStream(true)
                    .start();
            ProcessMark.of(process.toHandle()).write(home);
            follow(process, said);
            return Status.running(home)
                    .orElseThrow(() -> new Refusal(
                            "The instance said it was ready but ended at once. See " + home.log()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What was killed a moment ago takes a moment to let go; what hangs is for the person to stop. */
    private static void awaitEnd(ProcessMark last, int port) {
        Instant patience = Instant.now().plus(LET_GO_WITHIN);
        while (last.lives() || (last.handle().isPresent() && !FreePorts.isFree(port))) {
            if (Instant.now().isAfter(patience)) {
                throw new Refusal("Process " + last.process() + " runs on this data directory but does not answer. "
                        + "Stop it with `likeness down`, then try again.");
            }
            var _ = last.handle().map(process -> endsWithin(process, LOOK_EVERY));
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while waiting for process " + process.pid());
        } catch (ExecutionException | TimeoutException stillThere) {
            return false;
        }
    }

    private void follow(Process process, Consumer<String> said) throws IOException {
        int seen = 0;
        List<String> rest = new ArrayList<>();
        while (true) {
            boolean alive = process.isAlive();
            List<String> lines = Files.readAllLines(home.startLog());
            for (String line : lines.subList(Math.min(seen, lines.size()), lines.size())) {
                if (line.equals(READY)) {
                    return;
                }
                if (line.startsWith(FAILED)) {
                    throw new Refusal(line.substring(FAILED.length()));
                }
                rest.add(line);
                said.accept(line);
            }
            seen = lines.size();
            if (!alive) {
                throw new Refusal("The instance ended while it started"
                        + (rest.isEmpty() ? "" : ", after: " + rest.getLast()) + ". See " + home.log());
            }
            pause(process);
        }
    }

    private static void pause(Process process) {
        try {
            var _ = process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while the instance was starting");
        }
    }

    private List<String> command(int port, List<String> settings) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Xss512k", "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true", "-Dlogback.configurationFile=daemon-logback.xml",
                "-Dorg.springframework.boot.logging.LoggingSystem=none", "-DLOG_FILE=" + home.log(),
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.likeness.events"));
        command.add("-Dlikeness.apicurio.home=" + System.getProperty("likeness.apicurio.home"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.likeness.local.stack.Daemon",
                home.directory().toString(), Integer.toString(port)));
        command.addAll(settings);
        return command;
    }

    private static Path nothing() {
        Path device = Path.of("/dev/null");
        return Files.exists(device) ? device : Path.of("NUL");
    }

    private static void requireFree(int port) {
        if (!FreePorts.isFree(port)) {
            throw new Refusal("Port " + port + " is in use by another program. Stop that program, or choose another "
                    + "port with --port.");
        }
    }
}
