package dev.likeness.messaging.wire;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Causation.Replay;
import dev.likeness.messaging.TraceParent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers of a record: CloudEvents 1.0 in the Kafka protocol binding's binary mode, W3C Trace
 * Context, and what a replay adds.
 */
public final class EventHeaders {

    private EventHeaders() {}

    public static Headers of(UUID eventId, String type, String service, String subject, Instant time,
            Causation causation) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", eventId.toString());
        put(headers, "ce_type", "dev.likeness.events." + type);
        put(headers, "ce_source", "/likeness/" + service);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/avro");
        put(headers, "traceparent", causation.trace().toString());
        causation.replay().ifPresent(replay -> {
            put(headers, "likeness_replay_id", replay.id());
            put(headers, "likeness_replay_target", replay.target());
            put(headers, "likeness_replay_may_spend", Boolean.toString(replay.maySpend()));
        });
        return headers;
    }

    /** @throws Unreadable if there is no id, or one that is no UUID */
    public static UUID eventId(Headers headers) {
        String id = text(headers, "ce_id").orElseThrow(() -> new Unreadable("The record has no header ce_id"));
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw new Unreadable("The header ce_id is not a UUID", noUuid);
        }
    }

    public static Causation causation(Headers headers) {
        TraceParent trace = text(headers, "traceparent").flatMap(TraceParent::parse)
                .map(TraceParent::child)
                .orElseGet(TraceParent::fresh);
        Optional<Replay> replay = text(headers, "likeness_replay_id").map(id -> new Replay(id,
                text(headers, "likeness_replay_target").orElse(""),
                text(headers, "likeness_replay_may_spend").map(Boolean::parseBoolean).orElse(false)));
        return new Causation(trace, replay);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
