package dev.likeness.generation.painting;

import dev.likeness.generation.Commission;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.Lease;
import dev.likeness.person.Person;
import java.time.Duration;
import java.time.Instant;

/**
 * The right to move one take, with what is needed to know about it.
 *
 * @param now when this run began
 * @param overdue whether patience with the whole request is over
 * @param canceled whether the person wants no more of it
 */
record Sitting(Person person, Commission commission, int take, Lease lease, Instant now, boolean overdue,
        boolean canceled) {

    ShootId shoot() {
        return commission.id();
    }

    Duration since(Instant earlier) {
        return Duration.between(earlier, now);
    }
}
