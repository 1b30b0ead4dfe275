package dev.likeness.validation.store;

import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.validation.Reports;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.Report;
import dev.likeness.validation.report.TrainingId;
import dev.likeness.validation.report.UploadId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class R2dbcReports implements Reports {

    private static final String OF_THE_CURRENT_EPOCH = """
            p.user_id = :userId AND p.upload_id = :uploadId
              AND p.epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
            """;
    private static final String HEAD = """
            SELECT upload_id, revision, state, training, training_id, CAST(reasons AS text) AS reasons,
                   CAST(coverage AS text) AS coverage, decided_at
            FROM report p WHERE
            """ + OF_THE_CURRENT_EPOCH;
    private static final String PHOTOS = "SELECT " + PhotoRows.COLUMNS + " FROM report_photo p WHERE "
            + OF_THE_CURRENT_EPOCH + " ORDER BY p.place";
    private static final String WITH_VECTORS = "SELECT " + PhotoRows.COLUMNS + """
            , p.user_id, p.epoch, p.photo_id AS sealed_for, v.face, v.embedder, v.version, v.quality, v.sealed
            FROM report_photo p LEFT JOIN face_vector v USING (user_id, epoch, upload_id, photo_id) WHERE
            """;

    private final DatabaseClient database;
    private final ReportRows heads;
    private final PhotoRows photos;
    private final FaceVectors vectors;

    R2dbcReports(DatabaseClient database, ReportRows heads, PhotoRows photos, FaceVectors vectors) {
        this.database = database;
        this.heads = heads;
        this.photos = photos;
        this.vectors = vectors;
    }

    @Override
    public Mono<Report> find(UserId userId, UploadId id) {
        return read(HEAD, PHOTOS, photos::photo, userId, id);
    }

    @Override
    public Mono<Report> lock(Person person, UploadId id) {
        return read(HEAD + " FOR UPDATE", WITH_VECTORS + OF_THE_CURRENT_EPOCH + " ORDER BY p.place", this::complete,
                person.userId(), id).defaultIfEmpty(new Report.Unknown(id));
    }

    private Photo complete(Readable row) {
        return vectors.complete(photos.photo(row), row);
    }

    private Mono<Report> read(String head, String ofPhotos, Function<Readable, Photo> photo, UserId userId,
            UploadId id) {
        return of(database.sql(head), userId, id).map(heads::head)
                .one()
                .flatMap(found -> of(database.sql(ofPhotos), userId, id).map(photo)
                        .all()
                        .collectList()
                        .map(found::with));
    }

    @Override
    public Mono<Void> save(Person person, Report before, Report after) {
        if (after.equals(before)) {
            return Mono.empty();
        }
        return saveHead(person, heads.head(after))
                .then(Mono.defer(() -> removePhotos(person, before, after)))
                .then(Mono.defer(() -> savePhotos(person, after.id(), before.photos(), after.photos())))
                .then(Mono.defer(() -> after instanceof Report.Decided ? tell(person, after.id()) : Mono.empty()));
    }

    private Mono<Void> saveHead(Person person, ReportRows.Head head) {
        var content = head.content();
        var outcome = head.outcome();
        return by(database.sql("""
                INSERT INTO report (user_id, epoch, upload_id, revision, state, training, training_id, reasons,
                                    coverage, decided_at)
                SELECT :userId, :epoch, :uploadId, :revision, :state, :training, CAST(:trainingId AS uuid),
                       CAST(:reasons AS jsonb), CAST(:coverage AS jsonb), CAST(:decidedAt AS timestamptz)
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT (user_id, epoch, upload_id) DO UPDATE
                SET revision = excluded.revision, state = excluded.state, training = excluded.training,
                    training_id = excluded.training_id, reasons = excluded.reasons, coverage = excluded.coverage,
                    decided_at = excluded.decided_at, told = NULL
                """), person, content.id())
                .bind("revision", content.revision())
                .bind("state", head.state())
                .bind("training", ReportRows.name(content.training()))
                .bind("trainingId", Parameters.in(R2dbcType.VARCHAR, text(ReportRows.id(content.training()))))
                .bind("reasons", heads.toJson(outcome == null ? List.of() : outcome.reasons()))
                .bind("coverage",
                        Parameters.in(R2dbcType.VARCHAR, outcome == null ? null : heads.toJson(outcome.coverage())))
                .bind("decidedAt", Parameters.in(R2dbcType.VARCHAR, outcome == null ? null : text(outcome.decidedAt())))
                .fetch()
                .rowsUpdated()
                .flatMap(written -> one(written, person));
    }

    /** Their face vectors go with them. */
    private Mono<Void> removePhotos(Person person, Report before, Report after) {
        String[] gone = before.photos()
                .stream()
                .map(Photo::id)
                .filter(id -> after.photo(id).isEmpty())
                .map(PhotoId::value)
                .toArray(String[]::new);
        return gone.length == 0 ? Mono.empty() : by(database.sql("""
                DELETE FROM report_photo
                WHERE user_id = :userId AND epoch = :epoch AND upload_id = :uploadId AND photo_id = ANY (:gone)
                """), person, after.id()).bind("gone", gone).then();
    }

    private Mono<Void> savePhotos(Person person, UploadId id, List<Photo> before, List<Photo> after) {
        return Flux.range(0, after.size())
                .filter(place -> place >= before.size() || !before.get(place).equals(after.get(place)))
                .concatMap(place -> photos.save(person, id, place, after.get(place))
                        .flatMap(written -> one(written, person))
                        .then(Mono.defer(() -> foundAnew(before, after.get(place))
                                ? vectors.save(person, id, after.get(place))
                                : Mono.empty())))
                .then();
    }

    private static boolean foundAnew(List<Photo> before, Photo photo) {
        return before.stream().noneMatch(old -> old.id().equals(photo.id()) && old.findings().equals(photo.findings()));
    }

    /** Last, so that the set's verdict is told after those on its photos. */
    private Mono<Void> tell(Person person, UploadId id) {
        return by(database.sql("""
                UPDATE report SET told = nextval('report_told')
                WHERE user_id = :userId AND epoch = :epoch AND upload_id = :uploadId
                """), person, id).then();
    }

    @Override
    public Flux<Told> told(UserId userId, UploadId id, long after) {
        return of(database.sql("""
                SELECT p.told, p.photo_id FROM report_photo p WHERE p.told > :after AND
                """ + OF_THE_CURRENT_EPOCH + """
                UNION ALL SELECT p.told, NULL FROM report p WHERE p.told > :after AND
                """ + OF_THE_CURRENT_EPOCH + " ORDER BY told"), userId, id).bind("after", after)
                .map(row -> new Told(Objects.requireNonNull(row.get("told", Long.class)),
                        Optional.ofNullable(row.get("photo_id", String.class)).map(PhotoId::new)))
                .all();
    }

    @Override
    public Mono<Earlier> earlier(Person person, Photo photo) {
        if (photo.sha256().isEmpty()) {
            return Mono.empty();
        }
        return database.sql(WITH_VECTORS + """
                p.user_id = :userId AND p.epoch = :epoch AND p.sha256 = :sha256 AND p.photo_id <> :photoId
                  AND p.findings IN ('UNUSABLE', 'MEASURED') AND NOT p.flaws @> '[{"code": "PHOTO_LOST"}]'
                  AND p.epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                ORDER BY p.upload_id, p.photo_id LIMIT 1
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("sha256", photo.sha256())
                .bind("photoId", photo.id().value())
                .map(this::complete)
                .one()
                .map(found -> new Earlier(found.findings(), found.preparedKey()));
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

    @Override
    public Mono<UploadId> releaseTraining(Person person, TrainingId training) {
        return database.sql("""
                DELETE FROM requested_training
                WHERE user_id = :userId AND epoch = :epoch AND training_id = :trainingId
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                RETURNING upload_id
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("trainingId", training.value())
                .mapValue(String.class)
                .one()
                .map(UploadId::new);
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
