package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.http.ApiProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The two headers about time: {@code Prefer: wait[=1..60]} and
 * {@code Cancel-After: 30 | 30s | 5m | 1h30m45s}.
 */
final class Waiting {

    private static final Pattern PREFER = Pattern.compile("wait(?:=([1-9]|[1-5][0-9]|60))?");
    private static final Pattern CANCEL = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,7})s?)?");
    private static final int LONGEST = 60;

    private Waiting() {}

    /** How many seconds the caller would wait; empty if it would not. */
    static Optional<Integer> preferred(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = PREFER.matcher(header.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(matcher.group(1) == null ? LONGEST : Integer.parseInt(matcher.group(1)));
    }

    static Optional<Duration> cancelAfter(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = CANCEL.matcher(header.strip());
        Duration after = matcher.matches()
                ? Duration.ofHours(number(matcher.group(1)))
                        .plusMinutes(number(matcher.group(2)))
                        .plusSeconds(number(matcher.group(3)))
                : Duration.ZERO;
        if (after.toSeconds() < 5) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "Bad request",
                    "Cancel-After must be a duration of at least 5 seconds, such as 30s or 1h30m");
        }
        return Optional.of(after);
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
