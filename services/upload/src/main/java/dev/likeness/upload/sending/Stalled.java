package dev.likeness.upload.sending;

import java.time.Duration;

/** The sender sent nothing for too long. */
public final class Stalled extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Duration patience;

    Stalled(Duration patience) {
        super("Nothing came for " + patience);
        this.patience = patience;
    }

    public Duration patience() {
        return patience;
    }
}
