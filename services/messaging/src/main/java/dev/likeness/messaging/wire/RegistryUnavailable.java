package dev.likeness.messaging.wire;

/** The schema registry did not answer. Transient: never a reason to give a record up. */
public final class RegistryUnavailable extends RuntimeException {

    public RegistryUnavailable(Throwable cause) {
        super("The schema registry did not answer", cause);
    }
}
