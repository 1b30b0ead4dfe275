package dev.likeness.training.provider;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An input of a trainer, as its schema has it.
 *
 * @param type of JSON; empty where the schema says none
 * @param allowed the only values it takes; empty for all of the type
 */
record TrainerInput(String type, Optional<BigDecimal> min, Optional<BigDecimal> max, List<String> allowed) {

    /** @param schemas what the input's own may refer to */
    static TrainerInput read(JsonNode input, JsonNode schemas) {
        List<JsonNode> parts = new ArrayList<>(List.of(input));
        for (String several : List.of("allOf", "anyOf", "oneOf")) {
            input.path(several).forEach(part -> parts.add(referred(part, schemas)));
        }
        String type = parts.stream()
                .flatMap(part -> TrainingJson.text(part, "type").stream())
                .filter(name -> !name.equals("null"))
                .findFirst()
                .orElse("");
        List<String> allowed = parts.stream()
                .flatMap(part -> StreamSupport.stream(part.path("enum").spliterator(), false))
                .map(value -> value.asString(""))
                .sorted()
                .toList();
        return new TrainerInput(type, bound(parts, "minimum"), bound(parts, "maximum"), allowed);
    }

    private static JsonNode referred(JsonNode part, JsonNode schemas) {
        return TrainingJson.text(part, "$ref")
                .map(reference -> schemas.path(reference.substring(reference.lastIndexOf('/') + 1)))
                .orElse(part);
    }

    private static Optional<BigDecimal> bound(List<JsonNode> parts, String name) {
        return parts.stream()
                .map(part -> part.path(name))
                .filter(JsonNode::isNumber)
                .map(number -> number.decimalValue().stripTrailingZeros())
                .findFirst();
    }

    boolean takes(Object value) {
        boolean fits = switch (type) {
            case "integer" -> value instanceof Integer;
            case "number" -> value instanceof Number;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            default -> false;
        };
        return fits && (!(value instanceof Number number) || within(new BigDecimal(number.toString())))
                && (allowed.isEmpty() || allowed.contains(value.toString()));
    }

    private boolean within(BigDecimal value) {
        return min.map(least -> value.compareTo(least) >= 0).orElse(true)
                && max.map(most -> value.compareTo(most) <= 0).orElse(true);
    }

    /** {@code integer 3..6000}. */
    @Override
    public String toString() {
        String bounds = min.isEmpty() && max.isEmpty()
                ? ""
                : String.format(Locale.ROOT, " %s..%s", plain(min), plain(max));
        return type + bounds + (allowed.isEmpty() ? "" : " of " + allowed);
    }

    private static String plain(Optional<BigDecimal> bound) {
        return bound.map(BigDecimal::toPlainString).orElse("");
    }
}
