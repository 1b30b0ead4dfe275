package dev.likeness.generation;

import dev.likeness.generation.shoot.ShootId;
import dev.likeness.person.UserId;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Where a shoot begins, whoever asks for it on the person's behalf. It costs. */
public interface ShootRequests {

    /**
     * Files a request and announces it, in one transaction or the surrounding one. Empty where the
     * person has no model.
     *
     * @param cause the id of the request: repeated, it makes the same shoot again instead of another
     * one
     */
    Mono<ShootId> request(UserId userId, UUID cause, Wanted wanted);
}
