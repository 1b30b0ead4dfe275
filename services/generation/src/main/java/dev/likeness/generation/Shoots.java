package dev.likeness.generation;

import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The shoots of this service. Every call is about one person in one epoch, and sees and changes
 * nothing else.
 */
public interface Shoots {

    /** Files what was asked for; a second time it is a no-op. */
    Mono<Void> file(Person person, Commission commission);

    /**
     * Locks a shoot for the surrounding transaction. The lock comes before the outbox draws its number,
     * so that events of one shoot leave in the order of its moves. One that is not filed, or of which
     * nothing was heard since, is {@code Unheard}.
     */
    Mono<Shoot> lock(Person person, ShootId id);

    /** Writes what changed; fails where the epoch is over. */
    Mono<Void> save(Person person, Shoot before, Shoot after);

    /** Empty where the person has none of that id. */
    Mono<Filed> find(Person person, ShootId id);

    /** The newest, or those that follow a place in the list. */
    Mono<List<Filed>> newest(Person person, Optional<Place> after, int most);

    /** Those of the ids that no take of any shoot but this one has adopted, in their order. */
    Mono<List<String>> unclaimed(List<String> predictionIds, ShootId id, int take);

    /** A place in the list of shoots, newest first. */
    record Place(Instant requestedAt, ShootId id) {

        /** Before every shoot. */
        public static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), new ShootId(new UUID(0, 0)));
    }
}
