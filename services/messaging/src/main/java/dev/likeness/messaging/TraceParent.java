package dev.likeness.messaging;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a distributed trace, as the {@code traceparent} header of W3C Trace Context, version
 * 00, says it.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 hexadecimal digits
 * @param flags two hexadecimal digits; 01 is sampled
 */
public record TraceParent(String traceId, String spanId, String flags) {

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    public static TraceParent fresh() {
        return new TraceParent(random(16), random(8), "01");
    }

    /**
     * Reads the header; empty where it is not of that form, because a bad trace is no reason to refuse
     * work.
     */
    public static Optional<TraceParent> parse(String header) {
        Matcher form = FORM.matcher(header);
        return form.matches()
                ? Optional.of(new TraceParent(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** A new span in the same trace. */
    public TraceParent child() {
        return new TraceParent(traceId, random(8), flags);
    }

    private static String random(int bytes) {
        byte[] bits = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }
}
