package dev.likeness.training.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many trainings there are at the provider, counted again every few seconds. */
@Component
class Crowd {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final DatabaseClient database;
    private final Mono<Integer> lately;

    Crowd(DatabaseClient database) {
        this.database = database;
        this.lately = Mono.defer(this::now).map(Now::size).cache(FRESH);
    }

    /** @param oldest when the provider accepted the first of them */
    record Now(int size, Optional<Instant> oldest) {}

    /** Some seconds old. */
    Mono<Integer> size() {
        return lately;
    }

    Mono<Now> now() {
        return database.sql("""
                SELECT count(*)::int AS size, min(accepted_at) AS oldest FROM training
                WHERE state IN ('SUBMITTED', 'RUNNING')
                """)
                .map(row -> new Now(Objects.requireNonNull(row.get("size", Integer.class)),
                        Optional.ofNullable(row.get("oldest", Instant.class))))
                .one();
    }
}
