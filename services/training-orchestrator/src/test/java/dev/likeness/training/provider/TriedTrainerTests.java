package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import dev.likeness.training.run.TrainingFixtures;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TriedTrainerTests {

    private final TriedTrainer tried = TriedTrainer.read();

    @Test
    void isTheTrainerOfTheRecipe() {
        assertThat(tried.is(TrainingFixtures.recipe().trainer(), TrainingFixtures.recipe().trainerVersion())).isTrue();
    }

    @Test
    void namesWhatIsNoLongerAsItWasTried() {
        assertThat(tried.differences(schema(Map.of()))).isEmpty();
        assertThat(tried.differences(schema(Map.of("steps", "{\"type\":\"integer\",\"minimum\":3,\"maximum\":1000}"))))
                .containsExactly("steps was integer 3..6000 and is integer 3..1000");
        assertThat(tried.differences(schema(Map.of("resolution", "{\"type\":\"integer\"}"))))
                .containsExactly("resolution was string and is integer");
        assertThat(tried.differences(schema(Map.of("network_alpha", "{\"type\":\"integer\"}"))))
                .containsExactly("network_alpha was none and is integer");
        assertThat(tried.differences(schema(Map.of("steps", ""))))
                .containsExactly("steps was integer 3..6000 and is none");
        assertThat(tried.differences(schema(Map.of("wandb_run", "{\"type\":\"string\"}")))).isEmpty();
    }

    @Test
    void namesWhatKeepsARecipeFromBeingSent() {
        assertThat(obstacles(schema(Map.of()))).isEmpty();
        assertThat(obstacles(schema(Map.of("steps", "{\"type\":\"integer\",\"maximum\":1000}"))))
                .containsExactly("steps does not take what is sent: it is integer ..1000");
        assertThat(obstacles(schema(Map.of("resolution", "{\"type\":\"integer\"}")))).hasSize(1);
        assertThat(obstacles(schema(Map.of("optimizer", "{\"type\":\"string\",\"enum\":[\"adam\"]}")))).hasSize(1);
        assertThat(obstacles(schema(Map.of("trigger_word", "")))).hasSize(1);
        var schema = schema(Map.of());
        assertThat(obstacles(new TrainerSchema(schema.inputs(), new TreeSet<>(List.of("input_images", "consent")))))
                .containsExactly("consent has to be sent");
    }

    @Test
    void readsTypesThatAreWrittenAnotherWay() {
        var schemas = JsonMapper.shared().readTree("{\"optimizer\":{\"type\":\"string\",\"enum\":[\"adamw8bit\"]}}");
        TrainerInput referred = TrainerInput.read(
                JsonMapper.shared().readTree("{\"allOf\":[{\"$ref\":\"#/components/schemas/optimizer\"}]}"), schemas);
        assertThat(referred.takes("adamw8bit")).isTrue();
        assertThat(referred.takes("adam")).isFalse();
        TrainerInput optional = TrainerInput.read(
                JsonMapper.shared().readTree("{\"anyOf\":[{\"type\":\"null\"},{\"type\":\"number\",\"maximum\":1.0}]}"),
                schemas);
        assertThat(optional.takes(0.5)).isTrue();
        assertThat(optional.takes(1)).isTrue();
        assertThat(optional.takes(1.5)).isFalse();
        assertThat(optional.takes("1")).isFalse();
    }

    private static List<String> obstacles(TrainerSchema schema) {
        RecipeInput input = RecipeInput.of(TrainingFixtures.recipe(), schema.inputs().keySet());
        return TriedTrainer.obstacles(schema,
                input.with(TriggerWord.of(new UserId("1")), URI.create("https://images.example/photos.zip")));
    }

    /** What was tried, but for these inputs; an empty text takes one away. */
    private TrainerSchema schema(Map<String, String> changed) {
        var inputs = new TreeMap<>(tried.inputs());
        changed.forEach((name, json) -> {
            if (json.isEmpty()) {
                inputs.remove(name);
            } else {
                inputs.put(name, TrainerInput.read(JsonMapper.shared().readTree(json),
                        JsonMapper.shared().createObjectNode()));
            }
        });
        return new TrainerSchema(inputs, new TreeSet<>(List.of("input_images")));
    }
}
