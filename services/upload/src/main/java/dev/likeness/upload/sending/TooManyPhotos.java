package dev.likeness.upload.sending;

/** More photos came than a set may have. */
public final class TooManyPhotos extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int limit;

    TooManyPhotos(int limit) {
        super("More than " + limit + " photos came");
        this.limit = limit;
    }

    public int limit() {
        return limit;
    }
}
