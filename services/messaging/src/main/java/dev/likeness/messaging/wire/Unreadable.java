package dev.likeness.messaging.wire;

/**
 * A record that no retry can make readable: bad bytes, a schema nobody registered, a header that is
 * missing.
 */
public final class Unreadable extends RuntimeException {

    public Unreadable(String message) {
        super(message);
    }

    public Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
