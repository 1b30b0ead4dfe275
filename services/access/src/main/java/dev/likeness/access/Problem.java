package dev.likeness.access;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A refusal or failure as RFC 9457 shows it.
 *
 * @param type {@code urn:problem:<service>:<slug>}, the contract: it never changes
 * @param title the same for every occurrence
 * @param detail a sentence for the person: what is wrong, the measured figure, what to do
 * @param extensions further members, above all measured values; {@value #RETRY_AFTER} also becomes
 * the header {@code Retry-After}
 */
public record Problem(HttpStatus status, URI type, String title, String detail, Map<String, Object> extensions) {

    /** Whole seconds after which trying again makes sense. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    public Problem {
        extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }

    /** A problem of the service with the slug, without extension members. */
    public static Problem of(HttpStatus status, String service, String slug, String title, String detail) {
        return new Problem(status, URI.create("urn:problem:" + service + ":" + slug), title, detail, Map.of());
    }

    /** The same problem with one more member. */
    public Problem with(String name, Object value) {
        var more = new LinkedHashMap<String, Object>(extensions);
        more.put(name, value);
        return new Problem(status, type, title, detail, more);
    }
}
