package dev.likeness.upload.sending;

import java.time.Duration;

/** Bytes came, but so few that the sender would hold a place for hours. */
public final class TooSlow extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long bytes;
    private final transient Duration waited;
    private final long slowest;

    TooSlow(long bytes, Duration waited, long slowest) {
        super(bytes + " bytes came in " + waited);
        this.bytes = bytes;
        this.waited = waited;
        this.slowest = slowest;
    }

    /** What came since the sender last kept pace. */
    public long bytes() {
        return bytes;
    }

    /** How long that was waited for. */
    public Duration waited() {
        return waited;
    }

    /** Bytes per second that are enough. */
    public long slowest() {
        return slowest;
    }
}
