package dev.likeness.training.api;

import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.access.SseEvents;
import dev.likeness.person.UserId;
import dev.likeness.training.run.TrainingId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What a person may see: their own, of their current epoch. */
@Component
class TrainingReads {

    private static final String OWN = """
            user_id = :userId AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
            """;
    private static final Instant LATER_THAN_ANY = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID GREATEST = new UUID(-1, -1);

    private final DatabaseClient database;
    private final JsonMapper json;

    TrainingReads(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<TrainingView> find(UserId userId, TrainingId id) {
        return database.sql("SELECT * FROM training WHERE training_id = :id AND " + OWN)
                .bind("id", id.value())
                .bind("userId", userId.value())
                .map(row -> ViewRow.training(row, json))
                .one();
    }

    /** Newest first. */
    Mono<Page<TrainingView>> page(UserId userId, PageLimit limit, Optional<Cursor> cursor) {
        return database.sql("SELECT * FROM training WHERE " + OWN + """
                  AND (requested_at, training_id) < (:before, :beforeId)
                ORDER BY requested_at DESC, training_id DESC LIMIT :limit
                """)
                .bind("userId", userId.value())
                .bind("before", cursor.map(end -> end.instant(0)).orElse(LATER_THAN_ANY))
                .bind("beforeId", cursor.map(end -> end.uuid(1)).orElse(GREATEST))
                .bind("limit", limit.rowsToRead())
                .map(row -> ViewRow.training(row, json))
                .all()
                .collectList()
                .map(rows -> Page.of(rows, limit, view -> Cursor.of(view.requestedAt(), view.trainingId()),
                        view -> view));
    }

    Flux<SseEvents.Event> told(UserId userId, TrainingId id, long after) {
        return database.sql("SELECT * FROM training_told WHERE training_id = :id AND number > :after AND " + OWN
                + " ORDER BY number LIMIT 500")
                .bind("id", id.value())
                .bind("after", after)
                .bind("userId", userId.value())
                .map(row -> new SseEvents.Event(Objects.requireNonNull(row.get("number", Long.class)), "training",
                        ViewRow.told(row), ViewRow.state(row).ended()))
                .all();
    }
}
