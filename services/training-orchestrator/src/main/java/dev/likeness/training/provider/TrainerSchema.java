package dev.likeness.training.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The inputs of a trainer, by name. */
record TrainerSchema(SortedMap<String, TrainerInput> inputs, Set<String> required) {

    /** @param version as the provider describes it */
    static TrainerSchema read(JsonNode version) {
        JsonNode schemas = version.path("openapi_schema").path("components").path("schemas");
        JsonNode training = schemas.path("TrainingInput");
        JsonNode schema = training.isMissingNode() ? schemas.path("Input") : training;
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        return new TrainerSchema(inputs(schema.path("properties"), schemas), required);
    }

    static SortedMap<String, TrainerInput> inputs(JsonNode properties, JsonNode schemas) {
        SortedMap<String, TrainerInput> inputs = new TreeMap<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            inputs.put(property.getKey(), TrainerInput.read(property.getValue(), schemas));
        }
        return inputs;
    }

    /** Only what is of that interest; the rest of a trainer may change. */
    SortedMap<String, TrainerInput> among(Set<String> names) {
        SortedMap<String, TrainerInput> some = new TreeMap<>(inputs);
        some.keySet().retainAll(names);
        return some;
    }

    /**
     * Of what is sent and what has to be; the same for the same inputs, in whatever order and words.
     */
    String fingerprint(Set<String> names) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((among(names) + " " + required).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JVM has SHA-256", impossible);
        }
    }
}
