package dev.likeness.training.api;

import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.access.SseEvents;
import dev.likeness.person.UserId;
import dev.likeness.training.RunProperties;
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
    private static final String SELECT = "SELECT *, clock_timestamp() AS database_now FROM training WHERE ";
    private static final Instant LATER_THAN_ANY = Instant.parse("9999-01-01T00:00:00Z");
    private static final UUID GREATEST = new UUID(-1, -1);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Habits habits;
    private final long microsPerSecond;

    TrainingReads(DatabaseClient database, JsonMapper json, Habits habits, RunProperties properties) {
        this.database = database;
        this.json = json;
        this.habits = habits;
        this.microsPerSecond = properties.pricePerSecond().movePointRight(6).longValueExact();
    }

    Mono<TrainingView> find(UserId userId, TrainingId id) {
        return habits.lately()
                .flatMap(habit -> database.sql(SELECT + "training_id = :id AND " + OWN)
                        .bind("id", id.value())
                        .bind("userId", userId.value())
                        .map(row -> ViewRow.training(row, json, habit, microsPerSecond))
                        .one());
    }

    /** Newest first. */
    Mono<Page<TrainingView>> page(UserId userId, PageLimit limit, Optional<Cursor> cursor) {
        return habits.lately().flatMap(habit -> page(userId, limit, cursor, habit));
    }

    private Mono<Page<TrainingView>> page(UserId userId, PageLimit limit, Optional<Cursor> cursor, Habit habit) {
        return database.sql(SELECT + OWN + """
                  AND (requested_at, training_id) < (:before, :beforeId)
                ORDER BY requested_at DESC, training_id DESC LIMIT :limit
                """)
                .bind("userId", userId.value())
                .bind("before", cursor.map(end -> end.instant(0)).orElse(LATER_THAN_ANY))
                .bind("beforeId", cursor.map(end -> end.uuid(1)).orElse(GREATEST))
                .bind("limit", limit.rowsToRead())
                .map(row -> ViewRow.training(row, json, habit, microsPerSecond))
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
