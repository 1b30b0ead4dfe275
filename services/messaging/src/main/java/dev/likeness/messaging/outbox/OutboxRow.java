package dev.likeness.messaging.outbox;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Causation.Replay;
import dev.likeness.messaging.Topic;
import dev.likeness.messaging.TraceParent;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that waits to be published. */
record OutboxRow(long number, UUID eventId, Topic topic, String userId, byte[] payload, Causation causation,
        Instant createdAt) {

    static OutboxRow of(Readable row) {
        String replayId = row.get("replay_id", String.class);
        Optional<Replay> replay = replayId == null
                ? Optional.empty()
                : Optional
                        .of(new Replay(replayId, Objects.requireNonNullElse(row.get("replay_target", String.class), ""),
                                required(row.get("may_spend", Boolean.class))));
        return new OutboxRow(required(row.get("number", Long.class)), required(row.get("event_id", UUID.class)),
                Topic.named(required(row.get("topic", String.class))), required(row.get("user_id", String.class)),
                required(row.get("payload", byte[].class)),
                new Causation(TraceParent.parse(required(row.get("traceparent", String.class)))
                        .orElseGet(TraceParent::fresh), replay),
                required(row.get("created_at", Instant.class)));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
