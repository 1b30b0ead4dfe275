package dev.likeness.messaging.wire;

/**
 * The schema registry did not answer, or a deployment has not registered the schema yet. Transient:
 * never a reason to give a record up.
 */
public final class RegistryUnavailable extends RuntimeException {

    public RegistryUnavailable(Throwable cause) {
        super("The schema registry did not answer, or does not know the schema", cause);
    }
}
