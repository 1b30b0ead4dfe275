package dev.likeness.generation;

import dev.likeness.generation.shoot.ModelVersion;
import java.time.Instant;

/** A trained model of a person. @param recipeVersion of the recipe it was trained with */
public record Model(String trainingId, ModelVersion version, String triggerWord, int recipeVersion, int photoCount,
        Instant completedAt) {}
