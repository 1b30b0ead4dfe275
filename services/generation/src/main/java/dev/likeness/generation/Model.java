package dev.likeness.generation;

import dev.likeness.generation.likeness.Standing;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.ShootId;
import java.time.Instant;
import java.util.Optional;

/**
 * A trained model of a person.
 *
 * @param recipeVersion of the recipe it was trained with
 * @param testShoot the shoot that followed its training, where there was one
 * @param standing whether it may be used
 */
public record Model(String trainingId, ModelVersion version, String triggerWord, int recipeVersion, int photoCount,
        Instant completedAt, Optional<ShootId> testShoot, Standing standing) {}
