package dev.likeness.generation;

import dev.likeness.generation.likeness.Finding;
import dev.likeness.person.Person;
import reactor.core.publisher.Mono;

/** The trained models that a person may be painted with. */
public interface Models {

    /**
     * The newest completed one of the person's epoch that was trained with the person's own trigger
     * word and that nothing is held against; empty where there is none.
     */
    Mono<Model> current(Person person);

    /** The same, whatever is held against it. */
    Mono<Model> newest(Person person);

    /** Takes note of what a test shoot has shown. */
    Mono<Void> tested(Person person, String trainingId, Finding finding);
}
