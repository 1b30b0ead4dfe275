package dev.likeness.gallery.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one stretch of a representation that a request asks for (RFC 9110, 14).
 *
 * @param from its first byte
 * @param to behind its last byte
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*",
            Pattern.CASE_INSENSITIVE);

    /**
     * Empty where the whole is to be sent: no range, several, or one in a form that nobody knows.
     *
     * @param header the request's Range
     * @return a range that may be {@link #unsatisfiable}
     */
    static Optional<ByteRange> parse(@Nullable String header, long length) {
        Matcher one = ONE.matcher(header == null ? "" : header);
        if (!one.matches()) {
            return Optional.empty();
        }
        String first = one.group(1);
        String last = one.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(last), length));
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
        // A last byte before the first one makes the header invalid, and invalid ones are ignored.
        return to <= from && !last.isEmpty() && Long.parseLong(last) < from
                ? Optional.empty()
                : Optional.of(new ByteRange(from, to));
    }

    private static ByteRange suffix(long bytes, long length) {
        return new ByteRange(bytes == 0 ? length : Math.max(0, length - bytes), length);
    }

    boolean unsatisfiable() {
        return from >= to;
    }

    long length() {
        return to - from;
    }

    /** As Content-Range says it. */
    String of(long whole) {
        return "bytes " + from + "-" + (to - 1) + "/" + whole;
    }
}
