package dev.likeness.messaging.inbox;

import dev.likeness.messaging.Causation.Replay;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Which events have taken effect already. */
class Inbox {

    private final DatabaseClient database;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /** Remembers the event in the surrounding transaction; false if it was remembered before. */
    Mono<Boolean> isFirst(String consumer, UUID eventId, Optional<Replay> replay) {
        // ON CONFLICT and not a caught duplicate key: in PostgreSQL such an error would end the transaction.
        return database.sql("""
                INSERT INTO inbox (consumer, event_id, replay_id) VALUES (:consumer, :eventId, :replayId)
                ON CONFLICT DO NOTHING
                """)
                .bind("consumer", consumer)
                .bind("eventId", eventId)
                .bind("replayId", replay.map(Replay::id).orElse(""))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
