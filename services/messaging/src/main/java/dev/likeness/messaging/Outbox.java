package dev.likeness.messaging;

import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import reactor.core.publisher.Mono;

/**
 * What a service tells the others. Events leave in the order in which they were appended for one
 * person and topic.
 */
public interface Outbox {

    /**
     * Records an event that is published once the surrounding transaction has committed. Lock the
     * aggregate before, so that its events draw their numbers in the order of its moves.
     */
    default Mono<Void> append(SpecificRecord event) {
        return append(UUID.randomUUID(), event);
    }

    /** The same, under an id that the caller derived. */
    Mono<Void> append(UUID eventId, SpecificRecord event);
}
