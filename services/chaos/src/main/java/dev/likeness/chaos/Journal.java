package dev.likeness.chaos;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What has really happened, as it happens, and how often. */
final class Journal {

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final Map<String, Integer> happened = Collections.synchronizedMap(new TreeMap<>());

    Journal(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.printf(Locale.ROOT, "%7.1f s  %s%n", lasted().toMillis() / 1000.0, line);
    }

    void happened(String what) {
        int count = happened.merge(what, 1, Integer::sum);
        say(count == 1 ? what : what + " (" + count + ")");
    }

    Map<String, Integer> counts() {
        return new TreeMap<>(happened);
    }

    Duration lasted() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
