package dev.likeness.training.provider;

import dev.likeness.training.run.FailureReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * What the provider answered.
 *
 * @param retryAfter the header of that name, where there is one
 */
record Reply(int status, JsonNode body, Optional<Duration> retryAfter) {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Pattern RESETS = Pattern.compile("resets in ~?(\\d{1,5})s");
    private static final Pattern PLAIN = Pattern.compile("[\\w.()\\[\\]-]{1,80}");

    boolean ok() {
        return status >= 200 && status < 300;
    }

    boolean throttled() {
        return status == 429;
    }

    /** The provider itself is at fault, or whatever stands before it. */
    boolean broken() {
        return status >= 500 || status == 408;
    }

    /**
     * Whether the same call may do better later. A 408 is one too: it says nothing about what was done.
     */
    boolean transientFault() {
        return broken() || throttled();
    }

    /**
     * How long the provider wants to be left alone: its body says so, or its header, or its sentence.
     */
    Duration pause() {
        Duration asked = Optional.of(Duration.ofMillis(Math.round(body.path("retry_after").asDouble(0) * 1000)))
                .filter(Duration::isPositive)
                .or(() -> retryAfter.filter(Duration::isPositive))
                .or(this::resets)
                .orElse(PAUSE);
        Duration enough = asked.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : asked;
        return enough.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : enough;
    }

    private Optional<Duration> resets() {
        Matcher sentence = RESETS.matcher(detail());
        return sentence.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(sentence.group(1)))) : Optional.empty();
    }

    String detail() {
        return TrainingJson.text(body, "detail").orElse("").toLowerCase(Locale.ROOT);
    }

    FailureReason refusal() {
        if (status == 402) {
            return FailureReason.PROVIDER_OUT_OF_CREDIT;
        }
        boolean noVersion = status == 422
                && TrainingJson.text(body, "title").orElse("").startsWith("Invalid version");
        return noVersion ? FailureReason.TRAINER_CHANGED : FailureReason.PROVIDER_REFUSED;
    }

    /** Fit for a log: which inputs were refused, never what was in them. */
    String summary() {
        String fields = StreamSupport.stream(body.path("invalid_fields").spliterator(), false)
                .limit(20)
                .map(field -> plain(field, "field") + ": " + plain(field, "type"))
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? Integer.toString(status) : status + " (" + fields + ")";
    }

    private static String plain(JsonNode node, String name) {
        return TrainingJson.text(node, name).filter(text -> PLAIN.matcher(text).matches()).orElse("?");
    }

    /** The body as is, or the error that the status stands for. */
    JsonNode orThrow(String what) {
        if (ok()) {
            return body;
        }
        if (throttled()) {
            throw new TrainerUnavailable(what + " was throttled", Optional.of(pause()));
        }
        if (transientFault()) {
            throw new TrainerUnavailable(what + " gave " + status);
        }
        throw new TrainerRefused(refusal(), what + " gave " + summary());
    }

    /** Nothing, or the error that the status stands for. */
    Mono<Void> done(String what) {
        return Mono.fromSupplier(() -> orThrow(what)).then();
    }
}
