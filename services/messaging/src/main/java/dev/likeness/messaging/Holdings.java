package dev.likeness.messaging;

import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * What a service holds of a person, and how it lets go of what belongs to older epochs. A service
 * may have several beans; what they count of the same kind is added up.
 */
public interface Holdings {

    /**
     * Removes rows of epochs older than the given one, and every object of the old space in the
     * service's own buckets. Repeatable: what is gone already counts as zero.
     *
     * @return how many were removed, by kind, such as {@code selfies}
     */
    Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old);
}
