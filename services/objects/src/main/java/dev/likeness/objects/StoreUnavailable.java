package dev.likeness.objects;

/**
 * The store did not do it, and it is not this object's fault: an outage, an overload, a wrong
 * set-up. Always transient for the caller, however long an operator needs.
 */
public final class StoreUnavailable extends ObjectStoreException {

    private static final long serialVersionUID = 1;

    private final String code;

    /**
     * @param code the store's own error code or the kind of fault, of a few dozen values: fit for a
     * metric
     */
    public StoreUnavailable(String code) {
        super("The object store did not answer as it should: " + code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
