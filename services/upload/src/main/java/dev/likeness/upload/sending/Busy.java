package dev.likeness.upload.sending;

import java.time.Duration;

/** So many photos are being received that no place became free in time. */
public final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Duration waited;

    Busy(Duration waited) {
        super("No place became free for " + waited);
        this.waited = waited;
    }

    public Duration waited() {
        return waited;
    }
}
