package dev.likeness.messaging;

import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import reactor.core.publisher.Mono;

/**
 * The epoch of each person as far as this service knows it. It only rises; raising it, by whatever
 * event, queues the service's purge of what is older, in the same transaction.
 */
public interface Epochs {

    /** The person in their current epoch; empty where this service has not heard of them. */
    Mono<Person> current(UserId userId);

    /**
     * The person in their current epoch, who is given a first one where there is none: for the service
     * that owns users.
     */
    Mono<Person> currentOrFirst(UserId userId);

    /**
     * Takes note of the epoch that an event carries, and locks the person for the surrounding
     * transaction.
     *
     * @return whether that epoch is the current one; what carries an older one is to be dropped
     */
    Mono<Boolean> admit(Person person);
}
