package dev.likeness.generation;

import dev.likeness.generation.likeness.Likeness;
import dev.likeness.person.Person;
import reactor.core.publisher.Mono;

/** Holds pictures against the person's own photos. */
public interface Likenesses {

    /** Whether every photo of the newest accepted set was looked at, so that waiting adds nothing. */
    Mono<Boolean> areReady(Person person);

    /**
     * Never fails: what can't be measured says so.
     *
     * @param picture the bytes of its file
     */
    Mono<Likeness> of(Person person, byte[] picture);
}
