package dev.likeness.training.api;

import dev.likeness.training.run.Recipe;
import java.util.List;

/**
 * The settings of a training.
 *
 * @param withoutInput those that the trainer has no input for, so that they were not sent; empty
 * until it was asked
 */
record RecipeView(int version, String trainer, String trainerVersion, int steps, int loraRank, String resolution,
        boolean autocaption, String optimizer, boolean cacheLatentsToDisk, double captionDropoutRate,
        double learningRate, int batchSize, boolean gradientCheckpointing, String mixedPrecision, int networkAlpha,
        double priorLossWeight, List<String> withoutInput) {

    static RecipeView of(Recipe recipe, List<String> withoutInput) {
        return new RecipeView(recipe.version(), recipe.trainer(), recipe.trainerVersion(), recipe.steps(),
                recipe.loraRank(), recipe.resolution(), recipe.autocaption(), recipe.optimizer(),
                recipe.cacheLatentsToDisk(), recipe.captionDropoutRate(), recipe.learningRate(), recipe.batchSize(),
                recipe.gradientCheckpointing(), recipe.mixedPrecision(), recipe.networkAlpha(),
                recipe.priorLossWeight(), withoutInput);
    }
}
