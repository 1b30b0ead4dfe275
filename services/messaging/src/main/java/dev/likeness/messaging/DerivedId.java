package dev.likeness.messaging;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from a cause: the same cause gives the same id, however often it arrives. */
public final class DerivedId {

    private DerivedId() {}

    /** A name-based UUID (RFC 9562, version 3) of the cause and the purpose. */
    public static UUID of(UUID cause, String purpose) {
        return UUID.nameUUIDFromBytes((cause + ":" + purpose).getBytes(StandardCharsets.UTF_8));
    }
}
