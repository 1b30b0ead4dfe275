package dev.likeness.generation.selfies;

import dev.likeness.generation.likeness.Sight.OneFace;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.sealing.Seal;
import dev.likeness.person.Person;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the faces of photos look like, each sealed with its person's key for its photo alone. */
@Component
class FaceVectors {

    private final DatabaseClient database;
    private final UserKeys keys;

    FaceVectors(DatabaseClient database, UserKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** In the surrounding transaction. */
    Mono<Void> save(Person person, Photo photo, OneFace face) {
        return keys.findOrMake(person)
                .flatMap(seal -> database.sql("""
                        UPDATE selfie SET state = 'MEASURED', embedder = :embedder, version = :version, hash = :hash,
                               quality = :quality, sealed = :sealed
                        WHERE user_id = :userId AND epoch = :epoch AND upload_id = :uploadId AND photo_id = :photoId
                        AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                        """)
                        .bind("embedder", face.vector().embedder())
                        .bind("version", face.vector().version())
                        .bind("hash", face.hash())
                        .bind("quality", face.vector().quality())
                        .bind("sealed", seal.sealNumbers(photo.owner(person.epoch().value()), face.vector().values()))
                        .bind("userId", person.userId().value())
                        .bind("epoch", person.epoch().value())
                        .bind("uploadId", photo.uploadId())
                        .bind("photoId", photo.photoId())
                        .then());
    }

    /** Notes that nothing can be told of it, so that nobody waits for it. */
    Mono<Void> giveUp(Person person, Photo photo) {
        return database.sql("""
                UPDATE selfie SET state = 'UNMEASURABLE'
                WHERE user_id = :userId AND epoch = :epoch AND upload_id = :uploadId AND photo_id = :photoId
                AND state = 'AWAITED' AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("uploadId", photo.uploadId())
                .bind("photoId", photo.photoId())
                .then();
    }

    /** Those of the newest accepted set; none where they can't be opened. */
    Mono<List<OneFace>> newest(Person person) {
        return keys.find(person)
                .flatMap(seal -> database.sql("""
                        SELECT * FROM selfie WHERE user_id = :userId AND epoch = :epoch AND state = 'MEASURED'
                        AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId) AND upload_id = (
                            SELECT upload_id FROM selfie_set WHERE user_id = :userId AND epoch = :epoch
                            ORDER BY decided_at DESC, upload_id DESC LIMIT 1)
                        ORDER BY photo_id
                        """)
                        .bind("userId", person.userId().value())
                        .bind("epoch", person.epoch().value())
                        .map(row -> read(row, person, seal))
                        .all()
                        .flatMapIterable(faces -> faces)
                        .collectList())
                .defaultIfEmpty(List.of());
    }

    private static List<OneFace> read(Readable row, Person person, Seal seal) {
        Photo photo = new Photo(column(row, "upload_id", String.class), column(row, "photo_id", String.class), "");
        return seal.openNumbers(photo.owner(person.epoch().value()), column(row, "sealed", byte[].class))
                .map(values -> new OneFace(new FaceVector(column(row, "embedder", String.class),
                        column(row, "version", String.class), values, column(row, "quality", Double.class)),
                        column(row, "hash", Long.class)))
                .stream()
                .toList();
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
