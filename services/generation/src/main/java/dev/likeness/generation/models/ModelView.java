package dev.likeness.generation.models;

import dev.likeness.generation.Model;
import java.time.Instant;

/** @param current whether new portraits are made with it */
record ModelView(String trainingId, String modelVersion, String triggerWord, int recipeVersion, int photoCount,
        Instant completedAt, boolean current) {

    static ModelView of(Model model, boolean current) {
        return new ModelView(model.trainingId(), model.version().value(), model.triggerWord(), model.recipeVersion(),
                model.photoCount(), model.completedAt(), current);
    }
}
