package dev.likeness.generation;

import dev.likeness.person.Person;
import reactor.core.publisher.Mono;

/** The trained models that a person may be painted with. */
public interface Models {

    /**
     * The newest completed one of the person's epoch that was trained with the person's own trigger
     * word; empty where there is none.
     */
    Mono<Model> current(Person person);
}
