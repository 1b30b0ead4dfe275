package dev.likeness.messaging.outbox;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The relay's side of the outbox. */
class OutboxRows {

    private final DatabaseClient database;

    OutboxRows(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The oldest rows that wait. By what is there and not by a number seen last: numbers commit out of
     * order.
     */
    Mono<List<OutboxRow>> waiting(int most) {
        return database.sql("""
                SELECT number, event_id, topic, user_id, payload, traceparent, replay_id, replay_target, may_spend,
                       created_at
                FROM outbox WHERE parked_cause IS NULL ORDER BY number LIMIT :most
                """).bind("most", most).map(OutboxRow::of).all().collectList();
    }

    /** Moves what the broker has acknowledged into the archive, in one statement. */
    Mono<Long> archive(List<Long> numbers) {
        return database.sql("""
                WITH published AS (DELETE FROM outbox WHERE number = ANY(:numbers) RETURNING *)
                INSERT INTO outbox_archive (number, event_id, topic, user_id, epoch, payload, traceparent,
                                            replay_id, replay_target, may_spend, created_at)
                SELECT number, event_id, topic, user_id, epoch, payload, traceparent,
                       replay_id, replay_target, may_spend, created_at FROM published
                """).bind("numbers", numbers.toArray(Long[]::new)).fetch().rowsUpdated();
    }

    /**
     * Sets a row aside for an operator, who lets it go again when its cause is mended:
     * {@code UPDATE outbox SET parked_cause = NULL WHERE number = ...}. It goes out behind what was
     * published meanwhile.
     */
    Mono<Void> park(long number, String cause) {
        return database.sql("UPDATE outbox SET parked_cause = :cause WHERE number = :number")
                .bind("cause", cause)
                .bind("number", number)
                .then();
    }

    Mono<Void> ensurePartitions() {
        return database.sql("SELECT ensure_archive_partitions()").then();
    }
}
