package dev.likeness.imaging.darkroom;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The memory that a process has in use, as the system counts it. */
final class ResidentMemory {

    private static final boolean PROC = Files.isDirectory(Path.of("/proc/self"));
    private static final String FIELD = "VmRSS:";

    private ResidentMemory() {}

    /** How often asking is cheap enough: elsewhere than on Linux it takes a process. */
    static Duration period() {
        return Duration.ofMillis(PROC ? 50 : 500);
    }

    /** In bytes; empty where the process has ended or the system does not say. */
    static OptionalLong of(long pid) {
        try {
            return PROC ? fromProc(pid) : fromPs(pid);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong fromProc(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"), US_ASCII)) {
            if (line.startsWith(FIELD)) {
                return kibibytes(line.substring(FIELD.length()).replace("kB", ""));
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try {
            if (!ps.waitFor(2, TimeUnit.SECONDS)) {
                return OptionalLong.empty();
            }
            return kibibytes(new String(ps.getInputStream().readNBytes(100), US_ASCII));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        } finally {
            ps.destroyForcibly();
        }
    }

    private static OptionalLong kibibytes(String text) {
        return OptionalLong.of(Long.parseLong(text.strip()) * 1024);
    }
}
