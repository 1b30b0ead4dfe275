package dev.likeness.training.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one trainer, and the one version of it, that the recipe was made for and tried with: nothing
 * is spent on another.
 */
record TriedTrainer(String trainer, String version, SortedMap<String, TrainerInput> inputs) {

    static TriedTrainer read() {
        try (InputStream file = TriedTrainer.class.getResourceAsStream("/trainer/tried.json")) {
            JsonNode tried = JsonMapper.shared().readTree(Objects.requireNonNull(file));
            return new TriedTrainer(tried.path("trainer").asString(), tried.path("version").asString(),
                    TrainerSchema.inputs(tried.path("inputs"), tried));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    boolean is(String otherTrainer, String otherVersion) {
        return trainer.equals(otherTrainer) && version.equals(otherVersion);
    }

    /** How a schema differs from what was tried, in words for a log; empty where it does not. */
    List<String> differences(TrainerSchema schema) {
        List<String> differences = new ArrayList<>();
        SortedMap<String, TrainerInput> now = schema.among(RecipeInput.NAMES);
        var names = new TreeSet<>(inputs.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String before = Objects.toString(inputs.get(name), "none");
            String after = Objects.toString(now.get(name), "none");
            if (!before.equals(after)) {
                differences.add(name + " was " + before + " and is " + after);
            }
        }
        return differences;
    }

    /** What stands between a recipe and the trainer, whatever was tried; empty where nothing does. */
    static List<String> obstacles(TrainerSchema schema, Map<String, Object> sent) {
        List<String> obstacles = new ArrayList<>();
        sent.forEach((name, value) -> {
            TrainerInput input = schema.inputs().get(name);
            if (input == null || !input.takes(value)) {
                obstacles.add(name + " does not take what is sent: it is " + input);
            }
        });
        schema.required()
                .stream()
                .filter(name -> !sent.containsKey(name))
                .forEach(name -> obstacles.add(name + " has to be sent"));
        return obstacles;
    }
}
