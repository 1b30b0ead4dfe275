package dev.likeness.upload.keeping;

import dev.likeness.person.Person;
import dev.likeness.upload.set.Bytes;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoId;
import dev.likeness.upload.set.PhotoName;
import dev.likeness.upload.set.PhotoState;
import dev.likeness.upload.set.Sha256;
import dev.likeness.upload.set.StoredObject;
import dev.likeness.upload.set.UploadId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Photos as rows. Empty text stands for null in the arrays, which have no null. */
class PhotoRows {

    private final DatabaseClient database;

    PhotoRows(DatabaseClient database) {
        this.database = database;
    }

    /** Appends photos to those that the set has. */
    Mono<Void> insert(Person person, UploadId set, List<Photo> photos) {
        if (photos.isEmpty()) {
            return Mono.empty();
        }
        return bind(person, photos, database
                .sql("""
                        INSERT INTO photo (photo_id, upload_id, user_id, epoch, position, name, size, sha256, state,
                                           object_name, content_type)
                        SELECT p.id, :uploadId, e.user_id, e.epoch, last.position + p.position, p.name, p.size, p.sha256, p.state,
                               NULLIF(p.object_name, ''), NULLIF(p.content_type, '')
                        FROM person_epoch e,
                             (SELECT coalesce(max(position), 0) AS position FROM photo WHERE upload_id = :uploadId) AS last,
                             unnest(CAST(:ids AS uuid[]), CAST(:names AS text[]), CAST(:sizes AS bigint[]),
                                    CAST(:sha256s AS text[]), CAST(:states AS text[]), CAST(:objects AS text[]),
                                    CAST(:types AS text[]))
                             WITH ORDINALITY AS p (id, name, size, sha256, state, object_name, content_type, position)
                        WHERE e.user_id = :userId AND e.epoch = :epoch
                        """)
                .bind("uploadId", set.value())
                .bind("names", each(photos, photo -> photo.name().value()).toArray(String[]::new))
                .bind("sizes", each(photos, photo -> photo.bytes().size()).toArray(Long[]::new))
                .bind("sha256s", each(photos, photo -> photo.bytes().sha256().value()).toArray(String[]::new))).then();
    }

    /** Stores the states of photos that are there. */
    Mono<Void> update(Person person, List<Photo> photos) {
        if (photos.isEmpty()) {
            return Mono.empty();
        }
        return bind(person, photos, database.sql("""
                UPDATE photo SET state = p.state, object_name = NULLIF(p.object_name, ''),
                       content_type = NULLIF(p.content_type, '')
                FROM unnest(CAST(:ids AS uuid[]), CAST(:states AS text[]), CAST(:objects AS text[]),
                            CAST(:types AS text[])) AS p (id, state, object_name, content_type)
                WHERE photo.photo_id = p.id AND photo.user_id = :userId AND photo.epoch = :epoch
                  AND photo.epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).then();
    }

    Mono<Void> delete(Person person, List<Photo> photos) {
        if (photos.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                DELETE FROM photo WHERE photo_id = ANY (CAST(:ids AS uuid[])) AND user_id = :userId AND epoch = :epoch
                """)
                .bind("ids", each(photos, photo -> photo.id().value()).toArray(UUID[]::new))
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .then();
    }

    /** Objects that hold these bytes already, by bytes. */
    Mono<Map<Bytes, StoredObject>> held(Person person, List<Photo> photos) {
        return database.sql("""
                SELECT DISTINCT ON (size, sha256) size, sha256, object_name, content_type
                FROM photo
                WHERE user_id = :userId AND epoch = :epoch AND object_name IS NOT NULL
                  AND sha256 = ANY (CAST(:sha256s AS text[]))
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                ORDER BY size, sha256, photo_id
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("sha256s", each(photos, photo -> photo.bytes().sha256().value()).toArray(String[]::new))
                .map(row -> Map.entry(bytes(row), object(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static GenericExecuteSpec bind(Person person, List<Photo> photos, GenericExecuteSpec statement) {
        return statement.bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("ids", each(photos, photo -> photo.id().value()).toArray(UUID[]::new))
                .bind("states", each(photos, photo -> state(photo.state())).toArray(String[]::new))
                .bind("objects", each(photos, photo -> stored(photo, StoredObject::name)).toArray(String[]::new))
                .bind("types", each(photos, photo -> stored(photo, StoredObject::contentType)).toArray(String[]::new));
    }

    private static String stored(Photo photo, Function<StoredObject, String> part) {
        return photo.state().stored().map(part).orElse("");
    }

    private static <T> List<T> each(List<Photo> photos, Function<Photo, T> part) {
        return photos.stream().map(part).toList();
    }

    static Photo photo(Readable row) {
        return new Photo(new PhotoId(required(row.get("photo_id", UUID.class))),
                new PhotoName(required(row.get("name", String.class))), bytes(row), state(row));
    }

    private static PhotoState state(Readable row) {
        String state = required(row.get("photo_state", String.class));
        return switch (state) {
            case "awaited" -> new PhotoState.Awaited();
            case "held" -> new PhotoState.Held(object(row));
            case "arrived" -> new PhotoState.Arrived(object(row));
            case "accepted" -> new PhotoState.Judged(object(row), true);
            case "rejected" -> new PhotoState.Judged(object(row), false);
            default -> throw new IllegalStateException("No photo is " + state);
        };
    }

    private static String state(PhotoState state) {
        return switch (state) {
            case PhotoState.Awaited() -> "awaited";
            case PhotoState.Held(_) -> "held";
            case PhotoState.Arrived(_) -> "arrived";
            case PhotoState.Judged(_, boolean accepted) -> accepted ? "accepted" : "rejected";
        };
    }

    private static Bytes bytes(Readable row) {
        return new Bytes(required(row.get("size", Long.class)), new Sha256(required(row.get("sha256", String.class))));
    }

    private static StoredObject object(Readable row) {
        return new StoredObject(required(row.get("object_name", String.class)),
                required(row.get("content_type", String.class)));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
