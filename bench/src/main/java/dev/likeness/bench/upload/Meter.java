package dev.likeness.bench.upload;

import dev.likeness.bench.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Gathers what the service says about itself, with what the system says about it. */
final class Meter {

    private static final String SAMPLE = "sample ";

    private final Child service;
    private final Path process;
    private final List<Sample> samples = new CopyOnWriteArrayList<>();
    private volatile long start = System.nanoTime();
    private volatile long cpuNanos;

    Meter(Child service) {
        this.service = service;
        this.process = Path.of("/proc", Long.toString(service.pid()));
        var _ = Thread.ofPlatform().daemon().name("meter").start(this::listen);
    }

    /** Starts a series; what was sampled before is forgotten. */
    void begin() {
        service.nudge();
        samples.clear();
        start = System.nanoTime();
    }

    /** Of the series. */
    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /** Of the service since its start, a tenth of a second ago at most. */
    double cpuSeconds() {
        return cpuNanos / 1e9;
    }

    private void listen() {
        for (Optional<String> line = service.line(); line.isPresent(); line = service.line()) {
            if (line.get().startsWith(SAMPLE)) {
                String[] figures = line.get().substring(SAMPLE.length()).split(" ", -1);
                cpuNanos = Long.parseLong(figures[2]);
                samples.add(new Sample((System.nanoTime() - start) / 1e9, Long.parseLong(figures[0]),
                        Long.parseLong(figures[1]), resident(), spooled()));
            }
        }
    }

    private long resident() {
        try {
            return Files.readAllLines(process.resolve("status"))
                    .stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    // A deleted file that is still open is seen only through its descriptor.
    private long spooled() {
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            return open.mapToLong(Meter::spooled).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long spooled(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.contains("/photo-") ? Files.size(descriptor) : 0;
        } catch (IOException closed) {
            return 0;
        }
    }
}
