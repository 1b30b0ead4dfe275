package dev.likeness.generation.selfies;

import dev.likeness.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which photos the newest verdict on each accepted set has accepted. */
@Component
class SelfieSets {

    private final DatabaseClient database;

    SelfieSets(DatabaseClient database) {
        this.database = database;
    }

    /** @return whether this verdict is newer than the one that was known */
    Mono<Boolean> renew(Person person, String uploadId, int revision, Instant decidedAt) {
        return of(person, uploadId, """
                INSERT INTO selfie_set (user_id, epoch, upload_id, revision, decided_at)
                SELECT :userId, :epoch, :uploadId, :revision, :decidedAt
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT (user_id, epoch, upload_id) DO UPDATE
                SET revision = excluded.revision, decided_at = excluded.decided_at
                WHERE (selfie_set.revision, selfie_set.decided_at) < (excluded.revision, excluded.decided_at)
                """).bind("revision", revision)
                .bind("decidedAt", decidedAt)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Removes the photos that are not among these, with what is known of them. */
    Mono<Void> keep(Person person, String uploadId, List<Photo> photos) {
        // An empty list is no list in SQL.
        List<String> ids = photos.isEmpty() ? List.of("") : photos.stream().map(Photo::photoId).toList();
        return of(person, uploadId, """
                DELETE FROM selfie WHERE user_id = :userId AND epoch = :epoch AND upload_id = :uploadId
                AND photo_id NOT IN (:ids)
                """).bind("ids", ids).then();
    }

    /** Adds those that are not there yet. @return them */
    Flux<Photo> add(Person person, List<Photo> photos) {
        return Flux.fromIterable(photos)
                .concatMap(photo -> of(person, photo.uploadId(), """
                        INSERT INTO selfie (user_id, epoch, upload_id, photo_id, prepared_key)
                        VALUES (:userId, :epoch, :uploadId, :photoId, :preparedKey)
                        ON CONFLICT (user_id, epoch, upload_id, photo_id) DO NOTHING
                        """).bind("photoId", photo.photoId())
                        .bind("preparedKey", photo.preparedKey())
                        .fetch()
                        .rowsUpdated()
                        .filter(rows -> rows == 1)
                        .map(_ -> photo));
    }

    /** Empty where it was looked at, or is no photo of an accepted set any more. */
    Mono<Photo> awaited(Person person, String uploadId, String photoId) {
        return of(person, uploadId, """
                SELECT prepared_key FROM selfie WHERE user_id = :userId AND epoch = :epoch AND upload_id = :uploadId
                AND photo_id = :photoId AND state = 'AWAITED'
                """).bind("photoId", photoId)
                .map(row -> new Photo(uploadId, photoId,
                        Objects.requireNonNull(row.get("prepared_key", String.class))))
                .one();
    }

    /** How many photos of the newest set wait to be looked at. */
    Mono<Long> awaited(Person person) {
        return database.sql("""
                SELECT count(*) AS awaited FROM selfie WHERE user_id = :userId AND epoch = :epoch
                AND state = 'AWAITED' AND upload_id = (
                    SELECT upload_id FROM selfie_set WHERE user_id = :userId AND epoch = :epoch
                    ORDER BY decided_at DESC, upload_id DESC LIMIT 1)
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(row -> Objects.requireNonNull(row.get("awaited", Long.class)))
                .one();
    }

    private GenericExecuteSpec of(Person person, String uploadId, String sql) {
        return database.sql(sql)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("uploadId", uploadId);
    }
}
