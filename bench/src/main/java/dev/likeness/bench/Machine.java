package dev.likeness.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a measurement ran. */
public final class Machine {

    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** One line: processors, Java, system. */
    public static String line() {
        return Runtime.getRuntime().availableProcessors() + " × " + processor() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", JDK "
                + Runtime.version();
    }

    private static String processor() {
        try {
            if (Files.exists(CPUS)) {
                return Files.readAllLines(CPUS)
                        .stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("processor");
            }
        } catch (IOException e) {
            // Then nameless.
        }
        return "processor";
    }

    /** Runnable threads of the last minute, this measurement's among them. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
