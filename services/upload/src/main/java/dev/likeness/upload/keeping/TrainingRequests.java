package dev.likeness.upload.keeping;

import dev.likeness.person.Person;
import dev.likeness.upload.set.Trained;
import dev.likeness.upload.set.UploadId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which trainings were asked for in an epoch: the person's sets stay as they are while one of them
 * has not failed. Both may be said again and in either order, within the surrounding transaction.
 */
@Component
public class TrainingRequests {

    private final DatabaseClient database;

    TrainingRequests(DatabaseClient database) {
        this.database = database;
    }

    /** Takes note that a training was asked for. */
    public Mono<Void> asked(Person person, UUID training, String upload, Instant at) {
        return by(person, database.sql("""
                INSERT INTO requested_training (user_id, epoch, training_id, failed, upload_id, asked_at)
                SELECT user_id, epoch, :trainingId, false, :uploadId, :askedAt
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT (user_id, epoch, training_id) DO UPDATE
                SET upload_id = excluded.upload_id, asked_at = excluded.asked_at
                """)).bind("trainingId", training).bind("uploadId", upload).bind("askedAt", at).then();
    }

    /** Takes note that a training has ended without a model. */
    public Mono<Void> failed(Person person, UUID training) {
        return by(person, database.sql("""
                INSERT INTO requested_training (user_id, epoch, training_id, failed)
                SELECT user_id, epoch, :trainingId, true
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT (user_id, epoch, training_id) DO UPDATE SET failed = true
                """)).bind("trainingId", training).then();
    }

    Mono<Trained> trained(Person person, UploadId id) {
        return by(person, database.sql("""
                SELECT coalesce(bool_or(NOT failed), false) AS live,
                       max(asked_at) FILTER (WHERE upload_id = :uploadId) AS last_on_this
                FROM requested_training WHERE user_id = :userId AND epoch = :epoch
                """)).bind("uploadId", id.value().toString())
                .map(row -> new Trained(Objects.requireNonNull(row.get("live", Boolean.class)),
                        Optional.ofNullable(row.get("last_on_this", Instant.class))))
                .one();
    }

    private static GenericExecuteSpec by(Person person, GenericExecuteSpec statement) {
        return statement.bind("userId", person.userId().value()).bind("epoch", person.epoch().value());
    }
}
