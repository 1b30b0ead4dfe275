package dev.likeness.messaging.outbox;

import dev.likeness.messaging.MessagingProperties.Retention;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Forgets handled events and finished work, once nothing can deliver or queue them again. */
class Pruning {

    private final DatabaseClient database;
    private final Retention retention;

    Pruning(DatabaseClient database, Retention retention) {
        this.database = database;
        this.retention = retention;
    }

    /** @return how many rows went */
    Mono<Long> prune() {
        return delete("DELETE FROM inbox WHERE received_at < now() - make_interval(secs => :seconds)",
                retention.inbox())
                .zipWith(
                        delete("DELETE FROM work WHERE done_at < now() - make_interval(secs => :seconds)",
                                retention.done()),
                        Long::sum);
    }

    private Mono<Long> delete(String statement, Duration age) {
        return database.sql(statement).bind("seconds", age.toMillis() / 1000.0).fetch().rowsUpdated();
    }
}
