package dev.likeness.embedded;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Hears about parts as they come up; called from several threads at once. */
@FunctionalInterface
public interface StartProgress {

    /**
     * The part ({@code kafka}, {@code postgres}, {@code store} or {@code registry}) is usable after so
     * long a start.
     */
    void ready(String part, Duration took);

    static StartProgress silent() {
        return (part, took) -> {};
    }

    /** Sentences such as "kafka ready in 1.9 s". */
    static StartProgress lines(Consumer<String> lines) {
        return (part, took) -> lines
                .accept(String.format(Locale.ROOT, "%s ready in %.1f s", part, took.toMillis() / 1000.0));
    }
}
