package dev.likeness.gallery.store;

import dev.likeness.gallery.KnownFiles;
import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.person.UserId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class R2dbcKnownFiles implements KnownFiles {

    private final DatabaseClient database;

    R2dbcKnownFiles(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<PortraitId, MarkedFile>> of(UserId userId, Collection<PortraitId> ids) {
        return database.sql("""
                SELECT * FROM portrait_file
                WHERE user_id = :userId AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                  AND portrait_id = ANY(:ids)
                """)
                .bind("userId", userId.value())
                .bind("ids", ids.stream().map(PortraitId::value).toArray(String[]::new))
                .map(row -> Map.entry(new PortraitId(required(row.get("portrait_id", String.class))), file(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Boolean> keep(UserId userId, PortraitId id, MarkedFile file, Optional<String> placeholder) {
        return database.sql("""
                WITH held AS (
                    UPDATE portrait SET placeholder = :placeholder
                    WHERE user_id = :userId AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                      AND portrait_id = :id
                    RETURNING user_id, epoch, portrait_id)
                INSERT INTO portrait_file (user_id, epoch, portrait_id, form, head, mark_at, skipped, size, rest_crc)
                SELECT user_id, epoch, portrait_id, :form, :head, :markAt, :skipped, :size, :restCrc FROM held
                ON CONFLICT (user_id, epoch, portrait_id) DO UPDATE
                SET form = EXCLUDED.form, head = EXCLUDED.head, mark_at = EXCLUDED.mark_at,
                    skipped = EXCLUDED.skipped, size = EXCLUDED.size, rest_crc = EXCLUDED.rest_crc
                """)
                .bind("userId", userId.value())
                .bind("id", id.value())
                .bind("placeholder", Parameters.in(R2dbcType.VARCHAR, placeholder.orElse(null)))
                .bind("form", file.form().name())
                .bind("head", file.head())
                .bind("markAt", file.markAt())
                .bind("skipped", file.skipped())
                .bind("size", file.size())
                .bind("restCrc", file.restCrc())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static MarkedFile file(Readable row) {
        return new MarkedFile(MarkedFile.Form.valueOf(required(row.get("form", String.class))),
                required(row.get("head", byte[].class)), required(row.get("mark_at", Integer.class)),
                required(row.get("skipped", Long.class)), required(row.get("size", Long.class)),
                required(row.get("rest_crc", Long.class)));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
