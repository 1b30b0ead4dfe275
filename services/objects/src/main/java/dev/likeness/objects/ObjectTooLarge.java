package dev.likeness.objects;

/** An object is larger than its reader wanted to hold in memory. */
public final class ObjectTooLarge extends ObjectStoreException {

    private static final long serialVersionUID = 1;

    public ObjectTooLarge(Bucket bucket, long maxBytes) {
        super("An object in " + bucket.bucketName() + " has more than " + maxBytes + " bytes");
    }
}
