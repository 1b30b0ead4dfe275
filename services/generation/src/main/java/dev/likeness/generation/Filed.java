package dev.likeness.generation;

import dev.likeness.generation.shoot.Shoot;
import java.time.Instant;
import java.util.Optional;

/**
 * A shoot as it stands.
 *
 * @param version counts its moves
 * @param expiresAt until when its portraits can be saved, once there are any
 */
public record Filed(Commission commission, Shoot shoot, long version, Optional<Instant> expiresAt) {}
