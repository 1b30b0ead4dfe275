package dev.likeness.validation;

import dev.likeness.events.TrainingRecipe;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of a training that differ from the recipe's own defaults; what is absent stays as the
 * recipe has it. Each is explained at {@link TrainingRecipe}. The network's alpha follows the rank
 * unless it is set.
 */
@Validated
@ConfigurationProperties("validation.recipe")
record RecipeProperties(@Nullable @Positive Integer version, @Nullable String trainer, @Nullable String trainerVersion,
        @Nullable @Min(1000) @Max(1500) Integer steps, @Nullable @Min(16) @Max(32) Integer loraRank,
        @Nullable String resolution, @Nullable Boolean autocaption, @Nullable String optimizer,
        @Nullable Boolean cacheLatentsToDisk, @Nullable Double captionDropoutRate, @Nullable Double learningRate,
        @Nullable @Positive Integer batchSize, @Nullable Boolean gradientCheckpointing, @Nullable String mixedPrecision,
        @Nullable @Positive Integer networkAlpha, @Nullable Double priorLossWeight) {

    TrainingRecipe recipe() {
        TrainingRecipe usual = TrainingRecipe.newBuilder().build();
        int rank = or(loraRank, usual.getLoraRank());
        return new TrainingRecipe(or(version, usual.getVersion()), or(trainer, usual.getTrainer()),
                or(trainerVersion, usual.getTrainerVersion()), or(steps, usual.getSteps()), rank,
                or(resolution, usual.getResolution()), or(autocaption, usual.getAutocaption()),
                or(optimizer, usual.getOptimizer()), or(cacheLatentsToDisk, usual.getCacheLatentsToDisk()),
                or(captionDropoutRate, usual.getCaptionDropoutRate()), or(learningRate, usual.getLearningRate()),
                or(batchSize, usual.getBatchSize()), or(gradientCheckpointing, usual.getGradientCheckpointing()),
                or(mixedPrecision, usual.getMixedPrecision()), or(networkAlpha, rank),
                or(priorLossWeight, usual.getPriorLossWeight()));
    }

    private static <T> T or(@Nullable T set, T usual) {
        return set == null ? usual : set;
    }
}
