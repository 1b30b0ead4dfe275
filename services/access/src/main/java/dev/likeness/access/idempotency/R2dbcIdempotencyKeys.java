package dev.likeness.access.idempotency;

import dev.likeness.access.idempotency.key.Answer;
import dev.likeness.access.idempotency.key.BodyHash;
import dev.likeness.access.idempotency.key.Claim;
import dev.likeness.access.idempotency.key.KeyId;
import dev.likeness.access.idempotency.key.StoredKey;
import dev.likeness.person.UserId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Keys in the table {@code idempotency_key}. All times are the database's. */
final class R2dbcIdempotencyKeys implements IdempotencyKeys {

    private static final String CLAIM = """
            INSERT INTO idempotency_key (user_id, key, route, body_hash, state)
            VALUES (:userId, :key, :route, :bodyHash, 'running')
            ON CONFLICT DO NOTHING
            RETURNING created_at
            """;

    private static final String FIND = """
            SELECT body_hash, state, status, created_at,
                   answer ->> 'location' AS location, CAST(answer -> 'body' AS text) AS body,
                   CAST(1000 * EXTRACT(EPOCH FROM clock_timestamp() - created_at) AS bigint) AS age_millis
            FROM idempotency_key
            WHERE user_id = :userId AND key = :key AND route = :route
            """;

    private static final String TAKE_OVER = """
            UPDATE idempotency_key SET created_at = clock_timestamp()
            WHERE user_id = :userId AND key = :key AND route = :route
              AND state = 'running' AND created_at = :claim
            RETURNING created_at
            """;

    private static final String FINISH = """
            UPDATE idempotency_key
            SET state = 'done', status = :status,
                answer = jsonb_build_object('location', CAST(:location AS text), 'body', CAST(:body AS jsonb))
            WHERE user_id = :userId AND key = :key AND route = :route
              AND state = 'running' AND created_at = :claim
            """;

    private static final String RELEASE = """
            DELETE FROM idempotency_key
            WHERE user_id = :userId AND key = :key AND route = :route
              AND state = 'running' AND created_at = :claim
            """;

    private final DatabaseClient database;

    R2dbcIdempotencyKeys(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Claim> claim(KeyId id, BodyHash body) {
        return on(CLAIM, id)
                .bind("bodyHash", HexFormat.of().parseHex(body.hex()))
                .map(R2dbcIdempotencyKeys::claimOf)
                .one();
    }

    @Override
    public Mono<StoredKey> find(KeyId id) {
        return on(FIND, id).map(R2dbcIdempotencyKeys::stored).one().defaultIfEmpty(new StoredKey.Absent());
    }

    @Override
    public Mono<Claim> takeOver(KeyId id, Claim abandoned) {
        return on(TAKE_OVER, id, abandoned).map(R2dbcIdempotencyKeys::claimOf).one();
    }

    @Override
    public Mono<Void> finish(KeyId id, Claim claim, Answer answer) {
        return on(FINISH, id, claim)
                .bind("status", answer.status())
                .bind("location", Parameters.in(R2dbcType.VARCHAR, answer.location().orElse(null)))
                .bind("body", answer.json())
                .then();
    }

    @Override
    public Mono<Void> release(KeyId id, Claim claim) {
        return on(RELEASE, id, claim).then();
    }

    @Override
    public Mono<Long> forget(UserId userId) {
        return database.sql("DELETE FROM idempotency_key WHERE user_id = :userId")
                .bind("userId", userId.value())
                .fetch()
                .rowsUpdated();
    }

    @Override
    public Mono<Long> removeOlderThan(Duration age) {
        return database.sql("""
                DELETE FROM idempotency_key
                WHERE created_at < clock_timestamp() - :seconds * INTERVAL '1 second'
                """)
                .bind("seconds", age.toSeconds())
                .fetch()
                .rowsUpdated();
    }

    private GenericExecuteSpec on(String sql, KeyId id) {
        return database.sql(sql)
                .bind("userId", id.userId().value())
                .bind("key", id.key())
                .bind("route", id.route());
    }

    private GenericExecuteSpec on(String sql, KeyId id, Claim claim) {
        return on(sql, id).bind("claim", claim.at().atOffset(ZoneOffset.UTC));
    }

    private static Claim claimOf(Readable row) {
        return new Claim(required(row, "created_at", OffsetDateTime.class).toInstant());
    }

    private static StoredKey stored(Readable row) {
        var body = new BodyHash(HexFormat.of().formatHex(required(row, "body_hash", byte[].class)));
        if (required(row, "state", String.class).equals("running")) {
            Duration age = Duration.ofMillis(required(row, "age_millis", Long.class));
            return new StoredKey.Running(body, claimOf(row), age);
        }
        Optional<String> location = Optional.ofNullable(row.get("location", String.class));
        return new StoredKey.Done(body,
                new Answer(required(row, "status", Integer.class), location, required(row, "body", String.class)));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
