package dev.likeness.validation.store;

import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.validation.Reports;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class R2dbcReports implements Reports {

    private static final String OF_THE_CURRENT_EPOCH = """
            WHERE user_id = :userId AND upload_id = :uploadId
              AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
            """;
    private static final String HEAD = """
            SELECT upload_id, state, training, training_id, CAST(reasons AS text) AS reasons, decided_at FROM report
            """ + OF_THE_CURRENT_EPOCH;
    private static final String PHOTOS = """
            SELECT photo_id, object_key, size, sha256, prepared_key, verdict, CAST(reasons AS text) AS reasons
            FROM report_photo
            """ + OF_THE_CURRENT_EPOCH + " ORDER BY place";

    private final DatabaseClient database;
    private final ReportRows rows;

    R2dbcReports(DatabaseClient database, ReportRows rows) {
        this.database = database;
        this.rows = rows;
    }

    @Override
    public Mono<Report> find(UserId userId, UploadId id) {
        return read(HEAD, userId, id);
    }

    @Override
    public Mono<Report> lock(Person person, UploadId id) {
        return read(HEAD + " FOR UPDATE", person.userId(), id).defaultIfEmpty(new Report.Unknown(id));
    }

    private Mono<Report> read(String head, UserId userId, UploadId id) {
        return of(database.sql(head), userId, id).map(rows::head)
                .one()
                .flatMap(found -> of(database.sql(PHOTOS), userId, id).map(rows::photo)
                        .all()
                        .collectList()
                        .map(found::with));
    }

    @Override
    public Mono<Void> save(Person person, Report before, Report after) {
        if (after.equals(before)) {
            return Mono.empty();
        }
        return saveHead(person, rows.head(after)).then(savePhotos(person, after.id(), before.photos(), after.photos()));
    }

    private Mono<Void> saveHead(Person person, ReportRows.Head head) {
        return by(database.sql("""
                INSERT INTO report (user_id, epoch, upload_id, state, training, training_id, reasons, decided_at)
                SELECT :userId, :epoch, :uploadId, :state, :training, CAST(:trainingId AS uuid),
                       CAST(:reasons AS jsonb), CAST(:decidedAt AS timestamptz)
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT (user_id, epoch, upload_id) DO UPDATE
                SET state = excluded.state, training = excluded.training, training_id = excluded.training_id,
                    reasons = excluded.reasons, decided_at = excluded.decided_at
                """), person, head.id())
                .bind("state", head.state())
                .bind("training", ReportRows.name(head.training()))
                .bind("trainingId", Parameters.in(R2dbcType.VARCHAR, text(ReportRows.id(head.training()))))
                .bind("reasons", rows.toJson(head.reasons()))
                .bind("decidedAt", Parameters.in(R2dbcType.VARCHAR, text(head.decidedAt())))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> one(written, person));
    }

    private Mono<Void> savePhotos(Person person, UploadId id, List<Photo> before, List<Photo> after) {
        return Flux.range(0, after.size())
                .filter(place -> !before.contains(after.get(place)))
                .concatMap(place -> savePhoto(person, id, place, after.get(place)))
                .then();
    }

    private Mono<Void> savePhoto(Person person, UploadId id, int place, Photo photo) {
        return by(database.sql("""
                INSERT INTO report_photo (user_id, epoch, upload_id, photo_id, place, object_key, size, sha256,
                                          prepared_key, verdict, reasons)
                SELECT :userId, :epoch, :uploadId, :photoId, :place, :objectKey, :size, :sha256, :preparedKey, :verdict,
                       CAST(:reasons AS jsonb)
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT (user_id, epoch, upload_id, photo_id) DO UPDATE
                SET verdict = excluded.verdict, reasons = excluded.reasons
                """), person, id)
                .bind("photoId", photo.id().value())
                .bind("place", place)
                .bind("objectKey", photo.objectKey())
                .bind("size", photo.size())
                .bind("sha256", photo.sha256())
                .bind("preparedKey", photo.preparedKey())
                .bind("verdict", ReportRows.name(photo.verdict()))
                .bind("reasons", rows.toJson(ReportRows.reasons(photo.verdict())))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> one(written, person));
    }

    // ON CONFLICT, not a caught duplicate-key error: in PostgreSQL such an error aborts the transaction.
    @Override
    public Mono<Boolean> claimTraining(Person person, UploadId id, TrainingId training) {
        return by(database.sql("""
                INSERT INTO requested_training (user_id, epoch, training_id, upload_id)
                SELECT :userId, :epoch, :trainingId, :uploadId
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT DO NOTHING
                """), person, id).bind("trainingId", training.value())
                .then()
                .then(holder(person))
                .map(training.value()::equals);
    }

    private Mono<UUID> holder(Person person) {
        return database.sql("SELECT training_id FROM requested_training WHERE user_id = :userId AND epoch = :epoch")
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .mapValue(UUID.class)
                .one();
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, UserId userId, UploadId id) {
        return statement.bind("userId", userId.value()).bind("uploadId", id.value());
    }

    private static GenericExecuteSpec by(GenericExecuteSpec statement, Person person, UploadId id) {
        return of(statement, person.userId(), id).bind("epoch", person.epoch().value());
    }

    private static Mono<Void> one(long written, Person person) {
        return written == 1
                ? Mono.empty()
                : Mono.error(new IllegalStateException("Epoch " + person.epoch().value() + " is over"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
