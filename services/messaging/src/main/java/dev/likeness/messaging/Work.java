package dev.likeness.messaging;

import dev.likeness.person.Person;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Slow work, done later under a lease by a {@link WorkHandler} of the same kind, in whichever
 * instance is free.
 */
public interface Work {

    /**
     * Queues work in the surrounding transaction. A second item of the same kind and key is a no-op,
     * done or not.
     */
    Mono<Void> enqueue(Item item);

    /**
     * Makes waiting work due now, such as a poll after a webhook; no-op where there is none waiting.
     */
    Mono<Void> hasten(String kind, String key);

    /**
     * @param kind who does it
     * @param key what it is about, unique within the kind
     * @param person whom it is about; work of an older epoch is dropped
     * @param payload what the handler needs to know, JSON or empty; nothing personal
     * @param delay from now until it is due
     */
    record Item(String kind, String key, Person person, String payload, Duration delay) {

        public Item(String kind, String key, Person person) {
            this(kind, key, person, "", Duration.ZERO);
        }
    }
}
