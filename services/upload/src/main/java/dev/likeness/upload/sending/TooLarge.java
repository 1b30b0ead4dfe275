package dev.likeness.upload.sending;

/** More bytes came than one photo may have. */
public final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long limit;

    TooLarge(long limit) {
        super("More than " + limit + " bytes came");
        this.limit = limit;
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }
}
