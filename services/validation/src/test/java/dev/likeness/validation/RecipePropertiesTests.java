package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.TrainingRecipe;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RecipePropertiesTests {

    @Test
    void leavesTheRecipeAsItsSchemaHasIt() {
        assertThat(bound(Map.of()).recipe()).isEqualTo(TrainingRecipe.newBuilder().build());
    }

    @Test
    void readsEveryKey() {
        Map<String, String> settings = new HashMap<>();
        settings.put("version", "2");
        settings.put("trainer", "owner/trainer");
        settings.put("trainer-version", "abc");
        settings.put("steps", "1400");
        settings.put("lora-rank", "24");
        settings.put("resolution", "512,1024");
        settings.put("autocaption", "false");
        settings.put("optimizer", "prodigy");
        settings.put("cache-latents-to-disk", "true");
        settings.put("caption-dropout-rate", "0.1");
        settings.put("learning-rate", "0.0002");
        settings.put("batch-size", "2");
        settings.put("gradient-checkpointing", "false");
        settings.put("mixed-precision", "bf16");
        settings.put("network-alpha", "16");
        settings.put("prior-loss-weight", "0.5");

        assertThat(bound(settings).recipe())
                .isEqualTo(new TrainingRecipe(2, "owner/trainer", "abc", 1400, 24, "512,1024",
                        false, "prodigy", true, 0.1, 0.0002, 2, false, "bf16", 16, 0.5));
    }

    @Test
    void letsTheAlphaFollowTheRank() {
        assertThat(bound(Map.of("lora-rank", "16")).recipe().getNetworkAlpha()).isEqualTo(16);
    }

    private static RecipeProperties bound(Map<String, String> settings) {
        Map<String, String> prefixed = new HashMap<>();
        settings.forEach((key, value) -> prefixed.put("validation.recipe." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate("validation.recipe",
                RecipeProperties.class);
    }
}
