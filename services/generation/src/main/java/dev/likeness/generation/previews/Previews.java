package dev.likeness.generation.previews;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows of previews and of the shoots they came from, from their saving to their end. */
@Component
class Previews {

    private final DatabaseClient database;

    Previews(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> saved(Person person, UUID portraitId, Instant at) {
        return database.sql("""
                UPDATE preview SET saved_at = COALESCE(saved_at, :at)
                WHERE portrait_id = :portraitId AND user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("at", at)
                .bind("portraitId", portraitId)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .then();
    }

    /** Empty where there is none. */
    Mono<ObjectKey> object(Person person, UUID portraitId) {
        return database.sql("""
                SELECT object_key FROM preview
                WHERE portrait_id = :portraitId AND user_id = :userId AND epoch = :epoch
                """)
                .bind("portraitId", portraitId)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(row -> key(row.get("object_key", String.class)))
                .one();
    }

    Mono<Void> remove(Person person, UUID portraitId) {
        return database.sql("""
                DELETE FROM preview WHERE portrait_id = :portraitId AND user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("portraitId", portraitId)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .then();
    }

    Mono<List<ObjectKey>> objectsOfShoot(Person person, UUID shoot) {
        return database.sql("""
                SELECT object_key FROM preview WHERE generation_id = :shoot AND user_id = :userId AND epoch = :epoch
                """)
                .bind("shoot", shoot)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(row -> key(row.get("object_key", String.class)))
                .all()
                .collectList();
    }

    /** What nobody saved goes; where something was saved, what it was made with stays. */
    Mono<Void> endShoot(Person person, UUID shoot) {
        Mono<Void> unsaved = database.sql("""
                DELETE FROM preview WHERE generation_id = :shoot AND user_id = :userId AND epoch = :epoch
                AND saved_at IS NULL
                """)
                .bind("shoot", shoot)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .then();
        Mono<Void> empty = database.sql("""
                DELETE FROM shoot WHERE generation_id = :shoot AND user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                AND NOT EXISTS (SELECT 1 FROM preview WHERE preview.generation_id = shoot.generation_id)
                """)
                .bind("shoot", shoot)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .then();
        return unsaved.then(empty);
    }

    /** @return how many shoots of older epochs went, with everything that belongs to them */
    Mono<Long> removeShootsOlderThan(UserId userId, Epoch current) {
        return older("shoot", userId, current);
    }

    Mono<Long> removeModelsOlderThan(UserId userId, Epoch current) {
        return older("model", userId, current);
    }

    /** @return how many face vectors of older epochs went, with the keys they were sealed with */
    Mono<Long> removeFaceVectorsOlderThan(UserId userId, Epoch current) {
        Mono<Long> keys = older("face_key", userId, current);
        Mono<Long> vectors = older("selfie", userId, current);
        Mono<Long> sets = older("selfie_set", userId, current);
        return keys.then(vectors).flatMap(gone -> sets.thenReturn(gone));
    }

    private Mono<Long> older(String table, UserId userId, Epoch current) {
        return database.sql("DELETE FROM " + table + " WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }

    private static ObjectKey key(@Nullable String name) {
        return ObjectKey.in(Bucket.PREVIEWS, Objects.requireNonNull(name));
    }
}
