package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.http.ApiProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;

/**
 * Which predictions a list is to show: {@code created_after}, {@code created_before} and
 * {@code source=web}, which none here came from.
 */
record Span(Instant after, Instant before, boolean web) {

    static Span of(MultiValueMap<String, String> query) {
        return new Span(time(query.getFirst("created_after"), Instant.MIN),
                time(query.getFirst("created_before"), Instant.MAX), "web".equals(query.getFirst("source")));
    }

    boolean holds(Instant created) {
        return !web && !created.isBefore(after) && created.isBefore(before);
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "Bad request",
                    "created_after and created_before take an ISO 8601 time with its offset");
        }
    }
}
