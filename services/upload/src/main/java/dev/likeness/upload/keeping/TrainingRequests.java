package dev.likeness.upload.keeping;

import dev.likeness.person.Person;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether a training was asked for in an epoch: from then on the person's sets stay as they are.
 */
@Component
public class TrainingRequests {

    private final DatabaseClient database;

    TrainingRequests(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note of it in the surrounding transaction. */
    public Mono<Void> note(Person person) {
        return database.sql("""
                INSERT INTO requested_training (user_id, epoch)
                SELECT user_id, epoch FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT DO NOTHING
                """).bind("userId", person.userId().value()).bind("epoch", person.epoch().value()).then();
    }

    Mono<Boolean> any(Person person) {
        return database.sql("SELECT 1 FROM requested_training WHERE user_id = :userId AND epoch = :epoch")
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .fetch()
                .one()
                .hasElement();
    }
}
