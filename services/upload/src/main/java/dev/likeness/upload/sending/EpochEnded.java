package dev.likeness.upload.sending;

/** A fresh start came while photos were being sent. */
public final class EpochEnded extends RuntimeException {

    private static final long serialVersionUID = 1;

    EpochEnded() {
        super("The epoch ended while photos were being sent");
    }
}
