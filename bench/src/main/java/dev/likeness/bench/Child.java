package dev.likeness.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with this one's class path. It ends when its standard input does. */
public final class Child implements AutoCloseable {

    private static final String READY = "ready";

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /**
     * @param options of the virtual machine
     * @param log where everything goes that the child says as an error
     */
    public static Child start(Class<?> main, List<String> options, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=dev.likeness.events"));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(arguments);
        try {
            return new Child(new ProcessBuilder(command).redirectError(log.toFile()).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * For the child: says that it is ready, after these lines, and waits until it is not needed.
     *
     * @param nudged what to do whenever the parent says something
     */
    public static void serve(List<String> lines, Runnable nudged) throws IOException {
        lines.forEach(System.out::println);
        System.out.println(READY);
        System.out.flush();
        int end = System.in.read();
        while (end >= 0) {
            nudged.run();
            end = System.in.read();
        }
        System.exit(0);
    }

    /** What the child said before it was ready. */
    public List<String> awaitReady() {
        List<String> lines = new ArrayList<>();
        try {
            BufferedReader out = process.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(READY)) {
                    return lines;
                }
                lines.add(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        throw new IllegalStateException("A child process ended before it was ready: " + lines);
    }

    /** What it says next; nothing when it has ended. */
    public Optional<String> line() {
        try {
            return Optional.ofNullable(process.inputReader().readLine());
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    public void nudge() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
