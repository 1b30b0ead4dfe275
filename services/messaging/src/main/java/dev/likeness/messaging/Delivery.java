package dev.likeness.messaging;

import dev.likeness.person.Person;
import java.util.UUID;

/**
 * How an event arrived.
 *
 * @param eventId the event's own id, the same at every delivery
 * @param person whom it is about, in the epoch that it carries, which is the current one
 */
public record Delivery(UUID eventId, Person person) {

    /**
     * An id that follows from this event, so that a second delivery makes the same thing again instead
     * of another one.
     *
     * @param purpose what the id is for, such as {@code training}
     */
    public UUID derivedId(String purpose) {
        return DerivedId.of(eventId, purpose);
    }
}
