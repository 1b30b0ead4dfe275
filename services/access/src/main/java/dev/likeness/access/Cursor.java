package dev.likeness.access;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the sort key of its last row, opaque to clients. It is not secret and not
 * signed: a query that uses it still checks the owner.
 */
public record Cursor(List<String> sortKey) {

    private static final String SEPARATOR = "\n";
    private static final int LONGEST = 1024;
    // What PostgreSQL and its driver take in every notation; Instant goes on for a milliard years.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public Cursor {
        sortKey = List.copyOf(sortKey);
    }

    /**
     * A cursor of these values (times of the years 1900 to 9998, ids, numbers, text without control
     * characters), in the order of the sort.
     */
    public static Cursor of(Object... sortKey) {
        return new Cursor(Stream.of(sortKey).map(Object::toString).toList());
    }

    /**
     * The request parameter {@code cursor}; empty when there was none; a 400 problem when it is not
     * ours.
     */
    public static Optional<Cursor> parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return Optional.empty();
        }
        if (encoded.length() > LONGEST) {
            throw bad();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> sortKey = Arrays.asList(text.split(SEPARATOR, -1));
            if (sortKey.stream().anyMatch(part -> part.chars().anyMatch(Character::isISOControl))) {
                throw bad();
            }
            return Optional.of(new Cursor(sortKey));
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
    }

    /** URL-safe, without padding. */
    public String encoded() {
        String text = sortKey.stream().collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public Instant instant(int index) {
        Instant instant = read(index, Instant::parse);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw bad();
        }
        return instant;
    }

    public UUID uuid(int index) {
        return read(index, UUID::fromString);
    }

    public long number(int index) {
        return read(index, Long::parseLong);
    }

    public double decimal(int index) {
        return read(index, Double::parseDouble);
    }

    public String text(int index) {
        return read(index, Function.identity());
    }

    private <T> T read(int index, Function<String, T> reader) {
        if (index >= sortKey.size()) {
            throw bad();
        }
        try {
            return reader.apply(sortKey.get(index));
        } catch (IllegalArgumentException | DateTimeException otherKind) {
            throw bad();
        }
    }

    private static ProblemException bad() {
        return Problems.badRequest("bad-cursor", "Bad cursor",
                "The cursor is not one of this list. Send nextCursor of the page before, unchanged, or none to start over.");
    }
}
