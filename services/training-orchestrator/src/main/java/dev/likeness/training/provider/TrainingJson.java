package dev.likeness.training.provider;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Observation;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads what the provider says about a training; fields it does not know are left alone. */
final class TrainingJson {

    private static final Pattern MODEL = Pattern.compile("[^/\\s:]+/[^/\\s:]+:[0-9a-f]{64}");

    private TrainingJson() {}

    static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() && !value.asString().isEmpty() ? Optional.of(value.asString()) : Optional.empty();
    }

    static Observation observation(JsonNode training) {
        return switch (text(training, "status").orElse("")) {
            case "starting" -> new Observation.Starting();
            case "processing" -> new Observation.Processing(TrainerLog.steps(text(training, "logs").orElse("")));
            case "succeeded" -> succeeded(training);
            case "failed" -> new Observation.Failed(reason(text(training, "error").orElse("")), trained(training));
            case "canceled" -> new Observation.Canceled(trained(training));
            case "aborted" -> new Observation.Aborted();
            default -> new Observation.Unrecognized();
        };
    }

    private static Observation succeeded(JsonNode training) {
        Duration trained = trained(training).orElse(Duration.ZERO);
        return text(training.path("output"), "version")
                .filter(version -> MODEL.matcher(version).matches())
                .<Observation>map(version -> new Observation.Succeeded(version, trained))
                .orElseGet(() -> new Observation.Failed(FailureReason.PROVIDER_FAILED));
    }

    /** What is paid for; the provider says it of whatever ran at all. */
    private static Optional<Duration> trained(JsonNode training) {
        JsonNode seconds = training.path("metrics").path("predict_time");
        return seconds.isNumber() && seconds.asDouble() >= 0
                ? Optional.of(Duration.ofMillis(Math.round(seconds.asDouble() * 1000)))
                : Optional.empty();
    }

    /** The provider has no codes for it: the trainer's own exceptions are all there is. */
    private static FailureReason reason(String error) {
        String words = error.toLowerCase(Locale.ROOT);
        if (words.contains("nsfw") || words.contains("sensitive")) {
            return FailureReason.CONTENT_REFUSED;
        }
        boolean photos = words.contains("zip") || words.contains("input_images") || words.contains("no images")
                || words.contains("cannot identify image");
        return photos ? FailureReason.BAD_PHOTOS : FailureReason.PROVIDER_FAILED;
    }

    /** Empty for one without an id. */
    static Optional<Listing.Entry> entry(JsonNode training) {
        return text(training, "id")
                .map(id -> new Listing.Entry(id, text(training.path("input"), RecipeInput.IMAGES)));
    }

    /** Empty for one without an id. */
    static Optional<Standing> standing(JsonNode training) {
        Standing.Phase phase = switch (text(training, "status").orElse("")) {
            case "starting" -> Standing.Phase.WAITING;
            case "processing" -> Standing.Phase.WORKING;
            case "succeeded", "failed", "canceled", "aborted" -> Standing.Phase.ENDED;
            default -> Standing.Phase.UNRECOGNIZED;
        };
        return text(training, "id").map(id -> new Standing(id, phase));
    }

    static Optional<Instant> createdAt(JsonNode training) {
        try {
            return text(training, "created_at").map(Instant::parse);
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }
}
