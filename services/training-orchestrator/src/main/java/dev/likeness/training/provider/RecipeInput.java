package dev.likeness.training.provider;

import dev.likeness.person.TriggerWord;
import dev.likeness.training.run.Recipe;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A recipe as the trainer takes it.
 *
 * @param sent the settings that the trainer has an input for, by the names of its inputs
 * @param without the settings that it has none for, by the names of the recipe
 */
public record RecipeInput(Map<String, Object> sent, List<String> without) {

    static final String IMAGES = "input_images";
    static final String TRIGGER_WORD = "trigger_word";

    /** Whatever a recipe could be sent by: what a change of has to be noticed. */
    static final Set<String> NAMES = Set.of(IMAGES, TRIGGER_WORD, "steps", "lora_rank", "resolution", "autocaption",
            "optimizer", "cache_latents_to_disk", "caption_dropout_rate", "learning_rate", "batch_size",
            "gradient_checkpointing", "mixed_precision", "network_alpha", "prior_loss_weight");

    private record Setting(String name, String input, Object value) {}

    static RecipeInput of(Recipe recipe, Set<String> inputs) {
        Map<String, Object> sent = new LinkedHashMap<>();
        List<Setting> settings = settings(recipe);
        settings.stream()
                .filter(setting -> inputs.contains(setting.input()))
                .forEach(setting -> sent.put(setting.input(), setting.value()));
        return new RecipeInput(Map.copyOf(sent), settings.stream()
                .filter(setting -> !inputs.contains(setting.input()))
                .map(Setting::name)
                .toList());
    }

    private static List<Setting> settings(Recipe recipe) {
        return List.of(new Setting("steps", "steps", recipe.steps()),
                new Setting("loraRank", "lora_rank", recipe.loraRank()),
                new Setting("resolution", "resolution", recipe.resolution()),
                new Setting("autocaption", "autocaption", recipe.autocaption()),
                new Setting("optimizer", "optimizer", recipe.optimizer()),
                new Setting("cacheLatentsToDisk", "cache_latents_to_disk", recipe.cacheLatentsToDisk()),
                new Setting("captionDropoutRate", "caption_dropout_rate", recipe.captionDropoutRate()),
                new Setting("learningRate", "learning_rate", recipe.learningRate()),
                new Setting("batchSize", "batch_size", recipe.batchSize()),
                new Setting("gradientCheckpointing", "gradient_checkpointing", recipe.gradientCheckpointing()),
                new Setting("mixedPrecision", "mixed_precision", recipe.mixedPrecision()),
                new Setting("networkAlpha", "network_alpha", recipe.networkAlpha()),
                new Setting("priorLossWeight", "prior_loss_weight", recipe.priorLossWeight()));
    }

    Map<String, Object> with(TriggerWord triggerWord, URI images) {
        Map<String, Object> input = new LinkedHashMap<>(sent);
        input.put(IMAGES, images.toString());
        input.put(TRIGGER_WORD, triggerWord.value());
        return input;
    }
}
