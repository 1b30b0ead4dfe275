package dev.likeness.training.spend;

import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.training.Spending;
import dev.likeness.training.run.Allowance;
import dev.likeness.training.run.Entry;
import dev.likeness.training.run.Pace;
import dev.likeness.training.run.Plan;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class R2dbcSpending implements Spending {

    /** So many trainings tell how long one takes; fewer tell nothing. */
    private static final int ENOUGH = 5;

    private final DatabaseClient database;
    private final SpendProperties properties;
    private final SpendMetrics metrics;

    R2dbcSpending(DatabaseClient database, SpendProperties properties, SpendMetrics metrics) {
        this.database = database;
        this.properties = properties;
        this.metrics = metrics;
    }

    // The person's entries are read by a statement that begins after the lock is had, so it sees all of before.
    @Override
    public Mono<Allowance> allowance(Person person, Instant at) {
        Mono<Void> make = database.sql("""
                INSERT INTO spend_day (day) VALUES ((:at AT TIME ZONE 'UTC')::date) ON CONFLICT (day) DO NOTHING
                """).bind("at", at).then();
        return make.then(ofAll(at, "FOR UPDATE")).flatMap(ofAll -> left(person, at, ofAll));
    }

    @Override
    public Mono<Allowance> outlook(Person person, Instant at) {
        return ofAll(at, "").defaultIfEmpty(0L).flatMap(ofAll -> left(person, at, ofAll));
    }

    private Mono<Allowance> left(Person person, Instant at, long ofAll) {
        return ofPerson(person, at).map(ofPerson -> properties.left(ofPerson, ofAll));
    }

    /** Empty on a day on which nothing was set aside. */
    private Mono<Long> ofAll(Instant at, String lock) {
        return database.sql("""
                SELECT reserved + overrun - released AS spent FROM spend_day
                WHERE day = (:at AT TIME ZONE 'UTC')::date
                """ + lock).bind("at", at).map(R2dbcSpending::spent).one();
    }

    private Mono<Long> ofPerson(Person person, Instant at) {
        return database.sql("""
                SELECT COALESCE(SUM(CASE kind WHEN 'RELEASE' THEN -micros WHEN 'CONSUME' THEN 0 ELSE micros END), 0)
                       ::bigint AS spent
                FROM spend_entry
                WHERE user_id = :userId AND epoch = :epoch AND day = (:at AT TIME ZONE 'UTC')::date
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("at", at)
                .map(R2dbcSpending::spent)
                .one();
    }

    @Override
    public Mono<Void> book(Plan plan, int attempt, Entry entry, long micros) {
        return database.sql("""
                WITH entry AS (
                    INSERT INTO spend_entry (training_id, attempt, user_id, epoch, day, kind, micros)
                    SELECT :id, :attempt, user_id, epoch, (:requestedAt AT TIME ZONE 'UTC')::date, :kind, :micros
                    FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                    RETURNING day, kind, micros)
                """ + SpendSql.ADD_TO_DAYS)
                .bind("id", plan.id().value())
                .bind("attempt", attempt)
                .bind("userId", plan.person().userId().value())
                .bind("epoch", plan.person().epoch().value())
                .bind("requestedAt", plan.requestedAt())
                .bind("kind", entry.name())
                .bind("micros", micros)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1
                        ? Mono.<Void>empty()
                        : Mono.error(new IllegalStateException(
                                "Training " + plan.id() + " belongs to an epoch that is over")))
                .then(Mono.fromRunnable(() -> metrics.booked(entry, micros)));
    }

    @Override
    public void refused() {
        metrics.refused();
    }

    @Override
    public Mono<Void> close(UserId userId, Epoch current) {
        return database.sql(SpendSql.CLOSE_OLDER)
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .then()
                .then(database.sql("UPDATE spend_entry SET user_id = NULL WHERE user_id = :userId AND epoch < :epoch")
                        .bind("userId", userId.value())
                        .bind("epoch", current.value())
                        .then());
    }

    @Override
    public Mono<Pace> pace() {
        return database.sql("""
                SELECT count(*) AS known, percentile_cont(0.1) WITHIN GROUP (ORDER BY millis) AS low,
                       percentile_cont(0.5) WITHIN GROUP (ORDER BY millis) AS likely,
                       percentile_cont(0.9) WITHIN GROUP (ORDER BY millis) AS high
                FROM (SELECT trained_millis::float8 / (recipe ->> 'steps')::int AS millis FROM training
                      WHERE state = 'SUCCEEDED' AND trained_millis > 0 ORDER BY ended_at DESC LIMIT 50) AS late
                """).map(R2dbcSpending::pace).one();
    }

    private static Pace pace(Readable row) {
        @Nullable
        Long known = row.get("known", Long.class);
        return known == null || known < ENOUGH
                ? Pace.FIRST
                : new Pace(time(row, "low"), time(row, "likely"), time(row, "high"));
    }

    private static Duration time(Readable row, String column) {
        return Duration.ofNanos(Math.round(Objects.requireNonNull(row.get(column, Double.class)) * 1_000_000));
    }

    private static long spent(Readable row) {
        return Objects.requireNonNull(row.get("spent", Long.class));
    }
}
