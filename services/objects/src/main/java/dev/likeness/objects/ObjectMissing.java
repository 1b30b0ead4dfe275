package dev.likeness.objects;

/** There is no such object: it was deleted, or never written. Trying again does not help. */
public final class ObjectMissing extends ObjectStoreException {

    private static final long serialVersionUID = 1;

    public ObjectMissing(Bucket bucket) {
        super("There is no such object in " + bucket.bucketName());
    }
}
