package dev.likeness.objects;

/** Content was shorter or longer than announced. Nothing of it was kept. */
public final class WrongLength extends ObjectStoreException {

    private static final long serialVersionUID = 1;

    private final long announcedBytes;
    private final long receivedBytes;

    public WrongLength(long announcedBytes, long receivedBytes) {
        super(announcedBytes + " bytes were announced, "
                + (receivedBytes > announcedBytes ? "more" : "only " + receivedBytes) + " came");
        this.announcedBytes = announcedBytes;
        this.receivedBytes = receivedBytes;
    }

    public long announcedBytes() {
        return announcedBytes;
    }

    /** As many as came; where more than announced came, one more than announced or higher. */
    public long receivedBytes() {
        return receivedBytes;
    }
}
