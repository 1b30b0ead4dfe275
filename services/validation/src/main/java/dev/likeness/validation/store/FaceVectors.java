package dev.likeness.validation.store;

import dev.likeness.imaging.reading.FaceReading;
import dev.likeness.imaging.reading.FaceVector;
import dev.likeness.imaging.reading.PhotoReading;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.UploadId;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What faces look like, sealed, beside the readings that lack it. At most one a photo: that of the
 * one face that counts.
 */
@Component
class FaceVectors {

    private static final Logger log = LoggerFactory.getLogger(FaceVectors.class);

    private final DatabaseClient database;
    private final VectorSeal seal;

    FaceVectors(DatabaseClient database, VectorSeal seal) {
        this.database = database;
        this.seal = seal;
    }

    /** Stores what the photo's face looks like, where that was measured; the photo's row is there. */
    Mono<Void> save(Person person, UploadId upload, Photo photo) {
        if (!(photo.findings() instanceof Findings.Measured(var reading))) {
            return Mono.empty();
        }
        return Mono.justOrEmpty(IntStream.range(0, reading.faces().size())
                .filter(face -> reading.faces().get(face).vector().isPresent())
                .boxed()
                .findFirst())
                .flatMap(face -> insert(person, upload, photo.id(), face,
                        reading.faces().get(face).vector().orElseThrow()));
    }

    private Mono<Void> insert(Person person, UploadId upload, PhotoId photo, int face, FaceVector vector) {
        return database.sql("""
                INSERT INTO face_vector (user_id, epoch, upload_id, photo_id, face, embedder, version, quality, sealed)
                SELECT :userId, :epoch, :uploadId, :photoId, :face, :embedder, :version, :quality, :sealed
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT (user_id, epoch, upload_id, photo_id) DO UPDATE
                SET face = excluded.face, embedder = excluded.embedder, version = excluded.version,
                    quality = excluded.quality, sealed = excluded.sealed
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("uploadId", upload.value())
                .bind("photoId", photo.value())
                .bind("face", face)
                .bind("embedder", vector.embedder())
                .bind("version", vector.version())
                .bind("quality", vector.quality())
                .bind("sealed",
                        seal.seal(new VectorSeal.Owner(person.userId(), person.epoch(), photo), vector.values()))
                .then();
    }

    /** The photo with what its face looks like, of a row that was joined with it. */
    Photo complete(Photo photo, Readable row) {
        byte[] sealed = row.get("sealed", byte[].class);
        if (sealed == null || !(photo.findings() instanceof Findings.Measured(var reading))) {
            return photo;
        }
        var owner = new VectorSeal.Owner(new UserId(text(row, "user_id")), new Epoch(number(row)),
                new PhotoId(text(row, "sealed_for")));
        Optional<List<Float>> values = seal.open(owner, sealed);
        if (values.isEmpty()) {
            log.error("The face vector of photo {} can't be opened: it was sealed with another key", photo.id());
            return photo;
        }
        var vector = new FaceVector(text(row, "embedder"), text(row, "version"), values.get(),
                required(row.get("quality", Double.class)));
        return with(photo, withVector(reading, required(row.get("face", Integer.class)), vector));
    }

    private static PhotoReading withVector(PhotoReading reading, int place, FaceVector vector) {
        List<FaceReading> faces = new ArrayList<>(reading.faces());
        FaceReading face = faces.get(place);
        faces.set(place, new FaceReading(face.box(), face.score(), face.sharpness(), face.light(), face.pose(),
                face.eyes(), Optional.of(vector)));
        return Readings.withFaces(reading, faces);
    }

    private static Photo with(Photo photo, PhotoReading reading) {
        return new Photo(photo.id(), photo.objectKey(), photo.size(), photo.sha256(), photo.preparedKey(),
                new Findings.Measured(reading), photo.objection(), photo.verdict());
    }

    private static String text(Readable row, String column) {
        return required(row.get(column, String.class));
    }

    private static long number(Readable row) {
        return required(row.get("epoch", Long.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
