package dev.likeness.objects;

/**
 * What went wrong at the store, in words that may be logged: never a signed URL, an access key or
 * an object's name. The client's own exceptions stay inside because they hold all three.
 */
public abstract sealed class ObjectStoreException extends RuntimeException
        permits ObjectMissing, ObjectTooLarge, StoreUnavailable, WrongLength {

    private static final long serialVersionUID = 1;

    ObjectStoreException(String message) {
        super(message);
    }
}
