package dev.likeness.sandbox.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version's {@code openapi_schema} and the check of an input against it. Keys it does not know
 * are let pass.
 */
public final class InputSchema {

    private final JsonNode document;
    private final JsonNode properties;
    private final List<String> required = new ArrayList<>();

    private InputSchema(JsonNode document, String component) {
        this.document = document;
        JsonNode schema = document.path("components").path("schemas").path(component);
        this.properties = schema.path("properties");
        schema.path("required").forEach(name -> required.add(name.asString()));
    }

    /** The trainer's: {@code components.schemas.TrainingInput}. */
    public static InputSchema trainer() {
        return new InputSchema(read("trainer.json"), "TrainingInput");
    }

    /** A fine-tuned version's: {@code components.schemas.Input}. */
    public static InputSchema destination() {
        return new InputSchema(read("destination.json"), "Input");
    }

    public JsonNode document() {
        return document;
    }

    public List<InvalidField> check(Map<String, Object> input) {
        List<InvalidField> found = new ArrayList<>();
        for (String name : required) {
            if (input.get(name) == null) {
                found.add(InvalidField.required("input", name));
            }
        }
        input.forEach((name, value) -> {
            JsonNode schema = properties.get(name);
            if (schema != null && value != null) {
                InvalidField wrong = check("input." + name, schema, value);
                if (wrong != null) {
                    found.add(wrong);
                }
            }
        });
        return found;
    }

    private @Nullable InvalidField check(String field, JsonNode declared, Object value) {
        JsonNode schema = declared.has("allOf") ? referenced(declared) : declared;
        String type = schema.path("type").asString("");
        boolean fits = switch (type) {
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "integer" -> value instanceof Number number && isWhole(number);
            case "number" -> value instanceof Number;
            default -> true;
        };
        if (!fits) {
            return InvalidField.type(field, type, typeOf(value));
        }
        if (schema.has("enum") && !allowed(schema).contains(value.toString())) {
            return new InvalidField("enum", field, field + " must be one of the following: \""
                    + String.join("\", \"", allowed(schema)) + "\"");
        }
        if ("uri".equals(schema.path("format").asString("")) && !isAddress(value.toString())) {
            return new InvalidField("format", field, "Does not match format 'uri'");
        }
        return value instanceof Number number ? bounds(field, schema, number) : null;
    }

    private static @Nullable InvalidField bounds(String field, JsonNode schema, Number value) {
        BigDecimal given = new BigDecimal(value.toString());
        if (schema.has("minimum") && given.compareTo(schema.get("minimum").decimalValue()) < 0) {
            return new InvalidField("number_gte", field,
                    "Must be greater than or equal to " + schema.get("minimum").asString());
        }
        if (schema.has("maximum") && given.compareTo(schema.get("maximum").decimalValue()) > 0) {
            return new InvalidField("number_lte", field,
                    "Must be less than or equal to " + schema.get("maximum").asString());
        }
        return null;
    }

    private JsonNode referenced(JsonNode declared) {
        String reference = declared.get("allOf").get(0).path("$ref").asString("");
        return document.path("components").path("schemas").path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static List<String> allowed(JsonNode schema) {
        List<String> values = new ArrayList<>();
        schema.get("enum").forEach(value -> values.add(value.asString()));
        return values;
    }

    private static boolean isWhole(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
    }

    private static boolean isAddress(String text) {
        try {
            return text.startsWith("data:") || new URI(text).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case String _ -> "string";
            case Boolean _ -> "boolean";
            case Number number -> isWhole(number) ? "integer" : "number";
            case Map<?, ?> _ -> "object";
            default -> "array";
        };
    }

    private static JsonNode read(String name) {
        try (InputStream in = InputSchema.class.getResourceAsStream("/sandbox/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
