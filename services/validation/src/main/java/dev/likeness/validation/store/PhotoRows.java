package dev.likeness.validation.store;

import dev.likeness.person.Person;
import dev.likeness.validation.judging.Findings;
import dev.likeness.validation.judging.Objection;
import dev.likeness.validation.judging.PhotoId;
import dev.likeness.validation.judging.Reason;
import dev.likeness.validation.judging.ReasonCode;
import dev.likeness.validation.judging.Verdict;
import dev.likeness.validation.report.Photo;
import dev.likeness.validation.report.UploadId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How a photo reads as a row, and back. */
@Component
class PhotoRows {

    static final String COLUMNS = """
            p.photo_id, p.object_key, p.size, p.sha256, p.prepared_key, p.findings, CAST(p.reading AS text) AS reading,
            CAST(p.flaws AS text) AS flaws, p.repeats, p.verdict, CAST(p.reasons AS text) AS reasons, p.override,
            p.overridden
            """;

    private static final String SAVE = """
            INSERT INTO report_photo AS old (user_id, epoch, upload_id, photo_id, place, object_key, size, sha256,
                                             prepared_key, findings, reading, flaws, repeats, verdict, reasons,
                                             override, overridden, told)
            SELECT :userId, :epoch, :uploadId, :photoId, :place, :objectKey, :size, :sha256, :preparedKey,
                   :findings, CAST(:reading AS jsonb), CAST(:flaws AS jsonb), :repeats, :verdict,
                   CAST(:reasons AS jsonb), :override, CAST(:overridden AS text[]),
                   CASE WHEN :verdict <> 'PENDING' THEN nextval('report_told') END
            WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
            ON CONFLICT (user_id, epoch, upload_id, photo_id) DO UPDATE
            SET place = excluded.place, object_key = excluded.object_key, size = excluded.size,
                findings = excluded.findings, reading = excluded.reading, flaws = excluded.flaws,
                repeats = excluded.repeats, verdict = excluded.verdict, reasons = excluded.reasons,
                override = excluded.override, overridden = excluded.overridden,
                told = CASE WHEN (old.verdict, old.reasons, old.override)
                                 IS DISTINCT FROM (excluded.verdict, excluded.reasons, excluded.override)
                            THEN excluded.told ELSE old.told END
            """;

    private final DatabaseClient database;
    private final ReportRows json;
    private final Readings readings;

    PhotoRows(DatabaseClient database, ReportRows json, Readings readings) {
        this.database = database;
        this.json = json;
        this.readings = readings;
    }

    Photo photo(Readable row) {
        String override = row.get("override", String.class);
        Set<ReasonCode> against = Stream.of(required(row.get("overridden", String[].class)))
                .map(ReasonCode::valueOf)
                .collect(Collectors.toSet());
        return new Photo(new PhotoId(text(row, "photo_id")), text(row, "object_key"),
                required(row.get("size", Long.class)), text(row, "sha256"), text(row, "prepared_key"), findings(row),
                Optional.ofNullable(override).map(why -> new Objection(Objection.Why.valueOf(why), against)),
                verdict(text(row, "verdict"), json.reasons(text(row, "reasons"))));
    }

    private Findings findings(Readable row) {
        String name = text(row, "findings");
        return switch (name) {
            case "AWAITED" -> new Findings.Awaited();
            case "REPEATED" -> new Findings.Repeated(new PhotoId(text(row, "repeats")));
            case "UNUSABLE" -> new Findings.Unusable(json.reasons(text(row, "flaws")));
            case "MEASURED" -> new Findings.Measured(readings.fromJson(text(row, "reading")));
            default -> throw new IllegalStateException("Findings are not " + name);
        };
    }

    /** Writes the photo's row; what it tells counts as new only where the verdict is. */
    Mono<Long> save(Person person, UploadId upload, int place, Photo photo) {
        return state(described(database.sql(SAVE), photo), photo).bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("uploadId", upload.value())
                .bind("place", place)
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec described(GenericExecuteSpec statement, Photo photo) {
        return statement.bind("photoId", photo.id().value())
                .bind("objectKey", photo.objectKey())
                .bind("size", photo.size())
                .bind("sha256", photo.sha256())
                .bind("preparedKey", photo.preparedKey());
    }

    private GenericExecuteSpec state(GenericExecuteSpec statement, Photo photo) {
        return statement.bind("findings", name(photo.findings()))
                .bind("reading", Parameters.in(R2dbcType.VARCHAR, reading(photo.findings())))
                .bind("flaws", json.toJson(flaws(photo.findings())))
                .bind("repeats", Parameters.in(R2dbcType.VARCHAR, repeats(photo.findings())))
                .bind("verdict", name(photo.verdict()))
                .bind("reasons", json.toJson(reasons(photo.verdict())))
                .bind("override",
                        Parameters.in(R2dbcType.VARCHAR, photo.objection().map(said -> said.why().name()).orElse(null)))
                .bind("overridden", photo.objection()
                        .stream()
                        .flatMap(said -> said.against().stream())
                        .map(ReasonCode::name)
                        .sorted()
                        .toArray(String[]::new));
    }

    private static String name(Findings findings) {
        return switch (findings) {
            case Findings.Awaited() -> "AWAITED";
            case Findings.Repeated _ -> "REPEATED";
            case Findings.Unusable _ -> "UNUSABLE";
            case Findings.Measured _ -> "MEASURED";
        };
    }

    private @Nullable String reading(Findings findings) {
        return findings instanceof Findings.Measured(var reading) ? readings.toJson(reading) : null;
    }

    private static List<Reason> flaws(Findings findings) {
        return findings instanceof Findings.Unusable(var reasons) ? reasons : List.of();
    }

    private static @Nullable String repeats(Findings findings) {
        return findings instanceof Findings.Repeated(var twin) ? twin.value() : null;
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending() -> "PENDING";
            case Verdict.Accepted _ -> "ACCEPTED";
            case Verdict.Rejected _ -> "REJECTED";
        };
    }

    private static List<Reason> reasons(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pending() -> List.of();
            case Verdict.Final judged -> judged.reasons();
        };
    }

    private static Verdict verdict(String name, List<Reason> reasons) {
        return switch (name) {
            case "PENDING" -> new Verdict.Pending();
            case "ACCEPTED" -> new Verdict.Accepted(reasons);
            case "REJECTED" -> new Verdict.Rejected(reasons);
            default -> throw new IllegalStateException("A verdict is not " + name);
        };
    }

    private static String text(Readable row, String column) {
        return required(row.get(column, String.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
