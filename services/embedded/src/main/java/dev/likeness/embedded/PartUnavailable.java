package dev.likeness.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A part could not start or stay up. The message is a sentence for the person at the keyboard: what
 * is wrong, what to do.
 */
public final class PartUnavailable extends RuntimeException {

    PartUnavailable(String message) {
        super(message);
    }

    PartUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
