package dev.likeness.sandbox.life;

import java.util.Locale;

/** The provider's six states; {@code ABORTED} is one that ended before it started. */
public enum Status {
    STARTING,
    PROCESSING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    ABORTED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isTerminal() {
        return this != STARTING && this != PROCESSING;
    }
}
