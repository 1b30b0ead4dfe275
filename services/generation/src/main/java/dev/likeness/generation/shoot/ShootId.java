package dev.likeness.generation.shoot;

import java.util.UUID;

/** A request for portraits; others know it as the generationId. */
public record ShootId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
