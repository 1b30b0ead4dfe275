package dev.likeness.upload.keeping;

import dev.likeness.access.Cursor;
import dev.likeness.access.PageLimit;
import dev.likeness.person.UserId;
import dev.likeness.upload.set.UploadId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is kept of a person, counted and listed; always of their current epoch alone. */
@Component
public class SetLists {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final DatabaseClient database;

    SetLists(DatabaseClient database) {
        this.database = database;
    }

    /** Newest first; one more than the page shows, where there are more. */
    public Mono<List<SetSummary>> page(UserId userId, PageLimit limit, Optional<Cursor> after) {
        return database.sql("""
                SELECT s.upload_id, s.state, s.announced_at, count(*) AS photos,
                       count(*) FILTER (WHERE p.object_name IS NULL) AS missing
                FROM photo_set s JOIN photo p USING (upload_id)
                WHERE s.user_id = :userId AND s.epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                  AND (s.announced_at, s.upload_id) < (:announcedAt, :uploadId)
                GROUP BY s.upload_id
                ORDER BY s.announced_at DESC, s.upload_id DESC
                LIMIT :rows
                """)
                .bind("userId", userId.value())
                .bind("announcedAt", after.map(cursor -> cursor.instant(0)).orElse(LATEST))
                .bind("uploadId", after.map(cursor -> cursor.uuid(1)).orElse(HIGHEST))
                .bind("rows", limit.rowsToRead())
                .map(SetLists::summary)
                .all()
                .collectList();
    }

    /** Where a page that ended with this set goes on. */
    public static Cursor cursor(SetSummary last) {
        return Cursor.of(last.announcedAt(), last.id());
    }

    public Mono<Held> held(UserId userId) {
        return database.sql("""
                SELECT count(DISTINCT s.upload_id) AS uploads,
                       count(DISTINCT s.upload_id) FILTER (WHERE s.state <> 'open' OR s.revision > 0) AS complete,
                       count(DISTINCT p.object_name) AS photos
                FROM photo_set s JOIN photo p USING (upload_id)
                WHERE s.user_id = :userId AND s.epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("userId", userId.value())
                .map(row -> new Held(number(row, "uploads"), number(row, "complete"), number(row, "photos")))
                .one();
    }

    private static SetSummary summary(Readable row) {
        return new SetSummary(new UploadId(required(row.get("upload_id", UUID.class))),
                required(row.get("state", String.class)), number(row, "photos"), number(row, "missing"),
                required(row.get("announced_at", Instant.class)));
    }

    private static long number(Readable row, String column) {
        return required(row.get(column, Long.class));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
