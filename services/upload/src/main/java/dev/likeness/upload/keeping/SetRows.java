package dev.likeness.upload.keeping;

import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.upload.set.Photo;
import dev.likeness.upload.set.PhotoSet;
import dev.likeness.upload.set.PhotoSet.Absent;
import dev.likeness.upload.set.PhotoSet.Announcement;
import dev.likeness.upload.set.PhotoSet.Checking;
import dev.likeness.upload.set.PhotoSet.Decided;
import dev.likeness.upload.set.PhotoSet.Open;
import dev.likeness.upload.set.PhotoSet.Present;
import dev.likeness.upload.set.SetVerdict;
import dev.likeness.upload.set.UploadId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Sets as rows. */
class SetRows {

    private static final String FIND = """
            SELECT s.upload_id, s.revision, s.state, s.auto_start, s.announced_at, s.touched_at, s.completed_at, s.judged_at,
                   s.good_photos, s.reasons,
                   p.photo_id, p.name, p.size, p.sha256, p.state AS photo_state, p.object_name, p.content_type
            FROM photo_set s JOIN photo p USING (upload_id)
            WHERE s.upload_id = :uploadId AND s.user_id = :userId
              AND s.epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
            ORDER BY p.position
            """;

    private final DatabaseClient database;
    private final PhotoRows photos;

    SetRows(DatabaseClient database, PhotoRows photos) {
        this.database = database;
        this.photos = photos;
    }

    private record Row(PhotoSet.Present set, Photo photo) {}

    /** Empty where the person has no such set in their current epoch. */
    Mono<Present> find(UserId userId, UploadId id) {
        return find(FIND, userId, id);
    }

    /** The same, locked for the surrounding transaction. */
    Mono<PhotoSet> lock(Person person, UploadId id) {
        return find(FIND + " FOR UPDATE OF s", person.userId(), id).cast(PhotoSet.class)
                .defaultIfEmpty(new Absent(id));
    }

    private Mono<Present> find(String sql, UserId userId, UploadId id) {
        return database.sql(sql)
                .bind("uploadId", id.value())
                .bind("userId", userId.value())
                .map(row -> new Row(set(row), PhotoRows.photo(row)))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> with(rows.getFirst().set(), rows.stream().map(Row::photo).toList()));
    }

    /** Stores what became of a set. */
    Mono<Void> save(Person person, PhotoSet before, PhotoSet next) {
        if (before.equals(next)) {
            return Mono.empty();
        }
        return switch (next) {
            case Absent absent -> bind(person, absent.id(), database.sql("""
                    DELETE FROM photo_set WHERE upload_id = :uploadId AND user_id = :userId AND epoch = :epoch
                    """)).then();
            case Open open when before instanceof Absent -> insert(person, open)
                    .then(photos.insert(person, open.id(), open.photos()));
            case Open open -> update(person, before, open, "open");
            case Checking checking -> update(person, before, checking, "checking");
            case Decided decided ->
                update(person, before, decided, decided.verdict().accepted() ? "accepted" : "refused");
        };
    }

    private Mono<Void> update(Person person, PhotoSet before, Present next, String state) {
        List<Photo> old = before instanceof Present present ? present.photos() : List.of();
        return update(person, next, state).then(photos.delete(person, without(old, next.photos())))
                .then(photos.update(person, changed(old, next.photos())))
                .then(photos.insert(person, next.id(), without(next.photos(), old)));
    }

    private Mono<Void> insert(Person person, Open open) {
        return bind(person, open.id(), database.sql("""
                INSERT INTO photo_set (upload_id, user_id, epoch, state, auto_start, announced_at, touched_at)
                SELECT :uploadId, user_id, epoch, 'open', :autoStart, :announcedAt, :touchedAt
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                """))
                .bind("autoStart", open.announcement().autoStart())
                .bind("announcedAt", open.announcement().at())
                .bind("touchedAt", open.touchedAt())
                .then();
    }

    private Mono<Void> update(Person person, Present next, String state) {
        GenericExecuteSpec update = bind(person, next.id(), database.sql("""
                UPDATE photo_set SET revision = :revision, state = :state, auto_start = :autoStart,
                       touched_at = coalesce(:touchedAt, touched_at),
                       completed_at = :completedAt, judged_at = :judgedAt, good_photos = :goodPhotos,
                       reasons = CAST(:reasons AS text[])
                WHERE upload_id = :uploadId AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).bind("revision", next.revision())
                .bind("state", state)
                .bind("autoStart", next.announcement().autoStart());
        return (switch (next) {
            case Open open -> times(update, open.touchedAt(), null, null);
            case Checking checking -> times(update, null, checking.completedAt(), null);
            case Decided decided -> times(update, null, decided.completedAt(), decided.verdict());
        }).then();
    }

    private static GenericExecuteSpec times(GenericExecuteSpec update, @Nullable Instant touchedAt,
            @Nullable Instant completedAt, @Nullable SetVerdict verdict) {
        GenericExecuteSpec bound = Nullables.bind(update, "touchedAt", touchedAt, Instant.class);
        bound = Nullables.bind(bound, "completedAt", completedAt, Instant.class);
        bound = Nullables.bind(bound, "judgedAt", verdict == null ? null : verdict.at(), Instant.class);
        bound = Nullables.bind(bound, "goodPhotos", verdict == null ? null : verdict.goodPhotos(), Integer.class);
        return bound.bind("reasons", verdict == null ? new String[0] : verdict.reasons().toArray(String[]::new));
    }

    private static List<Photo> changed(List<Photo> before, List<Photo> next) {
        return next.stream().filter(photo -> isIn(photo, before) && !before.contains(photo)).toList();
    }

    private static List<Photo> without(List<Photo> photos, List<Photo> others) {
        return photos.stream().filter(photo -> !isIn(photo, others)).toList();
    }

    private static boolean isIn(Photo photo, List<Photo> photos) {
        return photos.stream().anyMatch(other -> other.id().equals(photo.id()));
    }

    private static GenericExecuteSpec bind(Person person, UploadId id, GenericExecuteSpec statement) {
        return statement.bind("uploadId", id.value())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value());
    }

    private static Present with(Present set, List<Photo> photos) {
        return switch (set) {
            case Open open -> new Open(open.announcement(), open.revision(), photos, open.touchedAt());
            case Checking checking ->
                new Checking(checking.announcement(), checking.revision(), photos, checking.completedAt());
            case Decided decided -> new Decided(decided.announcement(), decided.revision(), photos,
                    decided.completedAt(), decided.verdict());
        };
    }

    private static Present set(Readable row) {
        var announcement = new Announcement(new UploadId(required(row.get("upload_id", UUID.class))),
                required(row.get("auto_start", Boolean.class)), required(row.get("announced_at", Instant.class)));
        String state = required(row.get("state", String.class));
        int revision = required(row.get("revision", Integer.class));
        return switch (state) {
            case "open" -> new Open(announcement, revision, List.of(), required(row.get("touched_at", Instant.class)));
            case "checking" ->
                new Checking(announcement, revision, List.of(), required(row.get("completed_at", Instant.class)));
            case "accepted", "refused" -> new Decided(announcement, revision, List.of(),
                    required(row.get("completed_at", Instant.class)), verdict(row, "accepted".equals(state)));
            default -> throw new IllegalStateException("No set is " + state);
        };
    }

    private static SetVerdict verdict(Readable row, boolean accepted) {
        return new SetVerdict(accepted, required(row.get("good_photos", Integer.class)),
                List.of(required(row.get("reasons", String[].class))), required(row.get("judged_at", Instant.class)));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
