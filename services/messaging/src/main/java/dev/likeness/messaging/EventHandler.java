package dev.likeness.messaging;

import org.apache.avro.specific.SpecificRecord;
import reactor.core.publisher.Mono;

/**
 * What a service does about one kind of event. Declare it as a bean: it is called once per event,
 * in partition order for each person, inside the transaction that remembers the event, and never
 * for an epoch that is over. It only records, in milliseconds; slow work is {@link Work}. Several
 * of one event need names of their own; each takes it once.
 */
public interface EventHandler<E extends SpecificRecord> {

    Class<E> event();

    Mono<Void> handle(E event, Delivery delivery);
}
