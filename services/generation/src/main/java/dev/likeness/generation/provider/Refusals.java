package dev.likeness.generation.provider;

import dev.likeness.generation.provider.Painter.Answer;
import dev.likeness.generation.shoot.FailureReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the provider's status codes mean for a prediction. */
final class Refusals {

    static final Duration USUAL_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Pattern RESETS = Pattern.compile("resets in ~?(\\d{1,4})s");

    private Refusals() {}

    static Answer answer(int status, JsonNode body, HttpHeaders headers) {
        return switch (status) {
            case 402 -> new Answer.Refused(FailureReason.PROVIDER_OUT_OF_CREDIT);
            case 404 -> new Answer.Refused(FailureReason.MODEL_GONE);
            case 422 -> new Answer.Refused(isAboutTheVersion(body)
                    ? FailureReason.MODEL_GONE
                    : FailureReason.PROVIDER_REFUSED);
            case 429 -> new Answer.NotNow(pause(body, headers));
            case 400, 401, 403, 405, 406, 411, 413, 415 -> new Answer.Refused(FailureReason.PROVIDER_REFUSED);
            default -> new Answer.Lost();
        };
    }

    /**
     * The body says it as a number or in words; a header is not documented but may come from a proxy.
     */
    static Duration pause(JsonNode body, HttpHeaders headers) {
        Optional<Long> seconds = body.path("retry_after").isNumber()
                ? Optional.of(body.path("retry_after").asLong())
                : header(headers.getFirst(HttpHeaders.RETRY_AFTER)).or(() -> words(body.path("detail").asString("")));
        Duration pause = seconds.map(Duration::ofSeconds).orElse(USUAL_PAUSE);
        if (pause.isNegative() || pause.isZero()) {
            return Duration.ofSeconds(1);
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static boolean isAboutTheVersion(JsonNode body) {
        return body.path("title").asString("").toLowerCase(Locale.ROOT).contains("invalid version");
    }

    private static Optional<Long> header(@Nullable String value) {
        return value != null && value.matches("\\d{1,5}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    private static Optional<Long> words(String detail) {
        Matcher resets = RESETS.matcher(detail);
        return resets.find() ? Optional.of(Long.parseLong(resets.group(1))) : Optional.empty();
    }
}
