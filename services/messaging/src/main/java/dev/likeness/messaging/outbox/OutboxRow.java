package dev.likeness.messaging.outbox;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.CausationColumns;
import dev.likeness.messaging.Topic;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that waits to be published. */
record OutboxRow(long number, UUID eventId, Topic topic, String userId, byte[] payload, Causation causation,
        Instant createdAt) {

    static OutboxRow of(Readable row) {
        return new OutboxRow(required(row.get("number", Long.class)), required(row.get("event_id", UUID.class)),
                Topic.named(required(row.get("topic", String.class))), required(row.get("user_id", String.class)),
                required(row.get("payload", byte[].class)),
                CausationColumns.read(row),
                required(row.get("created_at", Instant.class)));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
