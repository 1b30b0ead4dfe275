package dev.likeness.objects;

/** Who keeps what where: one owner each, named in the system's design. */
public enum Bucket {
    /** Photos as they were sent. */
    SELFIES("selfies"),
    /** Upright copies without metadata, for training. */
    PREPARED("prepared"),
    /** What the provider reads; gone when the training has ended. */
    TRAINING_ZIPS("training-zips"),
    /** Portraits not yet saved; gone after a day. */
    PREVIEWS("previews"),
    /** Portraits that a person saved. */
    GALLERY("gallery");

    private final String bucketName;

    Bucket(String bucketName) {
        this.bucketName = bucketName;
    }

    /** As the store knows it. */
    public String bucketName() {
        return bucketName;
    }
}
