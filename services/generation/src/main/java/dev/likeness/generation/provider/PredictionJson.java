package dev.likeness.generation.provider;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.provider.Painter.Look;
import dev.likeness.generation.provider.Painter.Marker;
import dev.likeness.generation.provider.Painter.Order;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Parameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A prediction as the provider writes it. */
final class PredictionJson {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private PredictionJson() {}

    /**
     * Everything is said, also what the provider would assume: its defaults differ between versions.
     */
    static Map<String, Object> request(Order order) {
        Parameters parameters = order.parameters();
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("prompt", order.prompt().value());
        input.put("aspect_ratio", parameters.aspectRatio().text());
        input.put("num_outputs", order.outputs());
        input.put("num_inference_steps", parameters.steps());
        input.put("guidance_scale", parameters.guidanceScale());
        input.put("lora_scale", parameters.loraScale());
        input.put("output_format", "jpg");
        input.put("output_quality", 95);
        input.put("model", "dev");
        input.put("go_fast", false);
        input.put("disable_safety_checker", false);
        input.put("seed", order.seed());
        input.put("megapixels", "1");
        return Map.of("version", order.model().version(), "input", input);
    }

    /** Its id, if it is one that may stand in an address. */
    static Optional<String> id(JsonNode prediction) {
        return Optional.of(prediction.path("id").asString("")).filter(id -> ID.matcher(id).matches());
    }

    static Look look(JsonNode prediction) {
        return switch (prediction.path("status").asString("")) {
            case "starting", "processing" -> new Look.Running();
            case "succeeded" -> succeeded(prediction);
            case "failed" -> new Look.Ended(failure(prediction.path("error").asString("")));
            case "canceled", "aborted" -> new Look.Ended(FailureReason.CANCELED);
            default -> new Look.Ended(FailureReason.PROVIDER_FAILED);
        };
    }

    /** Whether an entry of the list tells enough to be compared; one whose data is removed does not. */
    static boolean isReadable(JsonNode entry) {
        return entry.path("input").path("seed").isNumber() || entry.path("input").hasNonNull("prompt");
    }

    static boolean bears(Marker marker, JsonNode entry) {
        JsonNode input = entry.path("input");
        Optional<PromptText> prompt = marker.prompt();
        return isVersion(marker, entry) && input.path("seed").isNumber()
                && input.path("seed").asLong() == marker.seed()
                && (prompt.isEmpty() || prompt.get().value().equals(input.path("prompt").asString("")));
    }

    static boolean isVersion(Marker marker, JsonNode entry) {
        return entry.path("version").asString("").endsWith(marker.model().version());
    }

    /** When it was created; now or later where that can't be read, so that the search goes on. */
    static Instant createdAt(JsonNode entry) {
        try {
            return OffsetDateTime.parse(entry.path("created_at").asString("")).toInstant();
        } catch (DateTimeException unreadable) {
            return Instant.MAX;
        }
    }

    private static Look succeeded(JsonNode prediction) {
        JsonNode output = prediction.path("output");
        if (prediction.path("data_removed").asBoolean(false) || output.isNull() || output.isMissingNode()) {
            return new Look.Ended(FailureReason.OUTPUTS_GONE);
        }
        List<URI> outputs = new ArrayList<>();
        if (output.isString()) {
            outputs.add(address(output));
        }
        output.values().forEach(each -> outputs.add(address(each)));
        return new Look.Succeeded(outputs);
    }

    // An address that is none stays an output, so that it is counted as lost and not as filtered.
    private static URI address(JsonNode output) {
        try {
            return new URI(output.asString(""));
        } catch (URISyntaxException noAddress) {
            return URI.create("invalid:address");
        }
    }

    private static FailureReason failure(String error) {
        return error.toLowerCase(Locale.ROOT).contains("nsfw")
                ? FailureReason.CONTENT_REFUSED
                : FailureReason.PROVIDER_FAILED;
    }
}
