package dev.likeness.generation.concepts;

import dev.likeness.generation.prompt.Concept;
import dev.likeness.messaging.Epochs;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whatever a person can pick: the catalogue, and what was planned for them. */
@Component
public class Concepts {

    private final Catalogue catalogue;
    private final OwnConcepts own;
    private final Epochs epochs;

    Concepts(Catalogue catalogue, OwnConcepts own, Epochs epochs) {
        this.catalogue = catalogue;
        this.own = own;
        this.epochs = epochs;
    }

    /**
     * Empty where the person has none of that id.
     *
     * @param seed says which variation where the id does not
     */
    public Mono<PlannedConcept> find(UserId userId, String conceptId, long seed) {
        return Mono.justOrEmpty(catalogue.find(conceptId, seed))
                .switchIfEmpty(Mono.defer(() -> epochs.current(userId).flatMap(person -> own.find(person, conceptId))));
    }

    /** A concept for one person alone, to be kept by {@link #keep}. @param id its own for good */
    public static PlannedConcept planned(UUID id, String title, String summary, Concept concept) {
        return new PlannedConcept(OwnConcepts.id(id), title, summary, concept);
    }

    /** Keeps those that are in no catalogue, so that the person can pick them later. */
    public Mono<Void> keep(Person person, List<PlannedConcept> concepts) {
        return own.keep(person, concepts);
    }
}
