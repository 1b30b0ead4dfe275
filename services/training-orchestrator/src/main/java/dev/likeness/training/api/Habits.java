package dev.likeness.training.api;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How long trainings took of late, of all persons. */
@Component
class Habits {

    private final DatabaseClient database;
    private final Mono<Habit> lately;

    Habits(DatabaseClient database, WatchProperties properties) {
        this.database = database;
        this.lately = Mono.defer(this::read)
                .cache(_ -> properties.learnAgain(), _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** Some time old. */
    Mono<Habit> lately() {
        return lately;
    }

    private Mono<Habit> read() {
        return database.sql("""
                SELECT count(*) AS known,
                       percentile_cont(0.5) WITHIN GROUP (ORDER BY before) AS before,
                       percentile_cont(0.1) WITHIN GROUP (ORDER BY per_step) AS low,
                       percentile_cont(0.5) WITHIN GROUP (ORDER BY per_step) AS likely,
                       percentile_cont(0.9) WITHIN GROUP (ORDER BY per_step) AS high
                FROM (SELECT trained_millis::float8 / (recipe ->> 'steps')::int AS per_step,
                             GREATEST(0, extract(epoch FROM ended_at - requested_at) * 1000 - trained_millis)::float8
                                 AS before
                      FROM training WHERE state = 'SUCCEEDED' AND trained_millis > 0
                      ORDER BY ended_at DESC LIMIT 50) AS late
                """).map(Habits::habit).one();
    }

    private static Habit habit(Readable row) {
        @Nullable
        Long known = row.get("known", Long.class);
        return known == null || known < Habit.ENOUGH
                ? Habit.FIRST
                : new Habit(millis(row, "before"), millis(row, "low"), millis(row, "likely"), millis(row, "high"),
                        true);
    }

    private static Duration millis(Readable row, String column) {
        return Duration.ofNanos(Math.round(Objects.requireNonNull(row.get(column, Double.class)) * 1_000_000));
    }
}
