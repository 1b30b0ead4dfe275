package dev.likeness.messaging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The moments between two steps that must not be taken for one: where a process can die and leave
 * the first done and the second not. The chaos test has a process die at each of them, as
 * {@code kill -9} does: started with {@code -Dlikeness.crash-at=after-answer:3} it ends the third
 * time that it passes there. Only the command line of a JVM can say that, never a setting of a
 * service or a request; without it, passing costs the look at one constant.
 */
public enum CrashPoint {
    /** All is written, the database has not been told to keep it. */
    BEFORE_COMMIT,
    /** The database keeps it, nobody has been woken. */
    AFTER_COMMIT,
    /** It is committed that a paid call is made, and it has not been made. */
    BEFORE_PAID_CALL,
    /** The provider has answered, and nothing about that is committed. */
    AFTER_PAID_ANSWER,
    /** The broker has acknowledged events that the outbox still holds. */
    BEFORE_OUTBOX_MARK,
    /** The outbox has let go of them. */
    AFTER_OUTBOX_MARK,
    /** An event has taken effect, its offset is not committed. */
    BEFORE_OFFSET_COMMIT,
    /** Its offset is committed. */
    AFTER_OFFSET_COMMIT;

    /** The system property: a point's name in lower case with hyphens, a colon, the passing from 1. */
    public static final String PROPERTY = "likeness.crash-at";
    /** How a process ends there: as one that was killed. */
    public static final int EXIT = 137;

    private static final Logger log = LoggerFactory.getLogger(CrashPoint.class);
    private static final @Nullable Crash CRASH = Optional.ofNullable(System.getProperty(PROPERTY))
            .map(Crash::of)
            .orElse(null);

    /** The process has come here. */
    public void reached() {
        if (CRASH != null && CRASH.isNow(this)) {
            log.error("Crash point {} is reached: this process ends without more ado", this);
            Runtime.getRuntime().halt(EXIT);
        }
    }

    /** The value of {@link #PROPERTY} for the n-th passing. */
    public String at(int passing) {
        return text() + ":" + passing;
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record Crash(CrashPoint point, AtomicLong left) {

        static Crash of(String value) {
            String[] parts = value.split(":", -1);
            if (parts.length == 2 && parts[1].matches("[1-9]\\d{0,6}")) {
                for (CrashPoint point : values()) {
                    if (point.text().equals(parts[0])) {
                        return new Crash(point, new AtomicLong(Long.parseLong(parts[1])));
                    }
                }
            }
            throw new IllegalArgumentException(
                    PROPERTY + " is " + value + ", but must be a point and a passing, such as "
                            + AFTER_PAID_ANSWER.at(3) + "; points are "
                            + Arrays.stream(values()).map(CrashPoint::text).collect(Collectors.joining(", ")));
        }

        boolean isNow(CrashPoint reached) {
            return point == reached && left.decrementAndGet() == 0;
        }
    }
}
