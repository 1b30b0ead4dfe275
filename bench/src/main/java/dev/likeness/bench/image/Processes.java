package dev.likeness.bench.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What processes took, as Linux tells it. */
final class Processes {

    /** Linux counts in hundredths of a second for all who ask by {@code /proc}. */
    private static final double TICKS = 100;
    private static final int CHILDREN_USER = 13;

    private Processes() {}

    /** Of this process, and of its children that still run. */
    static double living() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1e9
                + ProcessHandle.current()
                        .children()
                        .flatMap(child -> child.info().totalCpuDuration().stream())
                        .mapToDouble(time -> time.toNanos() / 1e9)
                        .sum();
    }

    /** Of this process's children that have ended. */
    static double ended() {
        String stat = read(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Double.parseDouble(fields[CHILDREN_USER]) + Double.parseDouble(fields[CHILDREN_USER + 1])) / TICKS;
    }

    /** The most that any child of this process has had so far, in megabytes. */
    static double mostOfChildren() {
        return ProcessHandle.current().children().mapToDouble(child -> most(child.pid())).max().orElse(0);
    }

    private static double most(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "status")).lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .max()
                .orElse(0);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }

    /** Runs a program to its end, watching its memory: the most it had, in megabytes. */
    static double run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            double most = 0;
            while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, most(process.pid()));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + " ended with " + process.exitValue());
            }
            return most;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
