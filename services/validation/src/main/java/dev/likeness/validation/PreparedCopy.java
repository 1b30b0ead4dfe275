package dev.likeness.validation;

/**
 * The work of removing a prepared copy that no photo has any more; its key is the object's name.
 */
public final class PreparedCopy {

    public static final String REMOVE = "remove-prepared-copy";

    private PreparedCopy() {}
}
