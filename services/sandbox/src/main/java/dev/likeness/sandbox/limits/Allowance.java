package dev.likeness.sandbox.limits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bucket of calls: full after a minute without any, filled steadily. */
final class Allowance {

    private static final double MINUTE = 60;

    private double left;
    private @Nullable Instant since;

    /**
     * What a call was answered.
     *
     * @param granted false where none was left
     * @param remaining calls left
     * @param resetSeconds until it is full again, at least 1
     * @param retrySeconds until there is one again, at least 1
     */
    record Taken(boolean granted, int remaining, int resetSeconds, int retrySeconds) {}

    synchronized Taken take(int perMinute, Instant now) {
        double rate = perMinute / MINUTE;
        double gained = since == null ? perMinute : Duration.between(since, now).toNanos() / 1e9 * rate;
        since = now;
        left = Math.min(perMinute, left + Math.max(0, gained));
        boolean granted = left >= 1;
        if (granted) {
            left--;
        }
        return new Taken(granted, (int) left, seconds((perMinute - left) / rate), seconds((1 - left) / rate));
    }

    private static int seconds(double exact) {
        return (int) Math.max(1, Math.ceil(exact));
    }
}
