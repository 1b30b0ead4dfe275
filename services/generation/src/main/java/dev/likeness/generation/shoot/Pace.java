package dev.likeness.generation.shoot;

import java.time.Duration;

/** How often a running prediction is looked at: often at first, because most end soon. */
public final class Pace {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Pace() {}

    /** A tenth of what it has taken so far, from one to three seconds. */
    public static Duration after(Duration running) {
        Duration tenth = running.dividedBy(10);
        if (tenth.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return tenth.compareTo(LONGEST) > 0 ? LONGEST : tenth;
    }
}
