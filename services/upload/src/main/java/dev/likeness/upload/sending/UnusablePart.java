package dev.likeness.upload.sending;

/** A part of a multipart request that is not a photo. */
public final class UnusablePart extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    UnusablePart(int position) {
        super("Part " + position + " is no photo");
        this.position = position;
    }

    /** Which part, from 1. */
    public int position() {
        return position;
    }
}
