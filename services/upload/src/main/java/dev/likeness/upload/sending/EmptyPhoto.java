package dev.likeness.upload.sending;

/** A photo without a single byte. */
public final class EmptyPhoto extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    EmptyPhoto(int position) {
        super("Photo " + position + " is empty");
        this.position = position;
    }

    /** Which photo, from 1. */
    public int position() {
        return position;
    }
}
