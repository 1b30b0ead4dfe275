package dev.likeness.training.api;

import dev.likeness.access.Problems;
import dev.likeness.events.TrainingRecipe;
import dev.likeness.training.run.Recipe;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Settings that are to differ from the usual; what is absent is as usual. */
record EstimateRequest(@Nullable Integer steps, @Nullable Integer loraRank) {

    static final EstimateRequest USUAL = new EstimateRequest(null, null);

    /** The whole recipe; fails with a 400 problem where it is outside of what is known to work. */
    Recipe recipe() {
        TrainingRecipe usual = TrainingRecipe.newBuilder().build();
        int rank = loraRank == null ? usual.getLoraRank() : loraRank;
        var recipe = new Recipe(usual.getVersion(), usual.getTrainer(), usual.getTrainerVersion(),
                steps == null ? usual.getSteps() : steps, rank, usual.getResolution(), usual.getAutocaption(),
                usual.getOptimizer(), usual.getCacheLatentsToDisk(), usual.getCaptionDropoutRate(),
                usual.getLearningRate(), usual.getBatchSize(), usual.getGradientCheckpointing(),
                usual.getMixedPrecision(), rank, usual.getPriorLossWeight());
        if (!recipe.isAllowed()) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "training", "bad-recipe", "Settings that are not known to work",
                    "Steps must be %d to %d and loraRank %d to %d, but %d and %d were asked for.".formatted(
                            Recipe.MIN_STEPS, Recipe.MAX_STEPS, Recipe.MIN_RANK, Recipe.MAX_RANK, recipe.steps(),
                            rank));
        }
        return recipe;
    }
}
