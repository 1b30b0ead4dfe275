package dev.likeness.messaging.work;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.CausationColumns;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Work;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Work as rows. All times are the database's own, so that no clock of ours decides who holds a
 * lease.
 */
class WorkRows implements Work {

    private static final String DUE = """
            w.kind = :kind AND w.done_at IS NULL AND w.due_at <= clock_timestamp()
            AND (w.leased_until IS NULL OR w.leased_until < clock_timestamp())
            """;

    private final DatabaseClient database;

    WorkRows(DatabaseClient database) {
        this.database = database;
    }

    /** A job with the number of its lease: a later claim has a higher one. */
    record Claimed(Job job, long fence, Causation causation) {}

    @Override
    public Mono<Void> enqueue(Item item) {
        return Causation.current().flatMap(causation -> insert(item, causation));
    }

    private Mono<Void> insert(Item item, Causation causation) {
        return CausationColumns.bind(database.sql("""
                INSERT INTO work (kind, key, user_id, epoch, space, payload, due_at, traceparent,
                                  replay_id, replay_target, may_spend)
                VALUES (:kind, :key, :userId, :epoch, :space, :payload,
                        clock_timestamp() + make_interval(secs => :seconds), :traceparent,
                        :replayId, :replayTarget, :maySpend)
                ON CONFLICT (kind, key) DO NOTHING
                """), causation)
                .bind("kind", item.kind())
                .bind("key", item.key())
                .bind("userId", item.person().userId().value())
                .bind("epoch", item.person().epoch().value())
                .bind("space", item.person().space().value())
                .bind("payload", item.payload())
                .bind("seconds", seconds(item.delay()))
                .then();
    }

    @Override
    public Mono<Void> hasten(String kind, String key) {
        return database.sql("""
                UPDATE work SET due_at = clock_timestamp()
                WHERE kind = :kind AND key = :key AND done_at IS NULL AND due_at > clock_timestamp()
                """).bind("kind", kind).bind("key", key).then();
    }

    /** Claims work that is due and that nobody holds, what is due longest first. */
    Flux<Claimed> claim(String kind, int most, Duration lease) {
        return claim("""
                SELECT id FROM work w WHERE
                """ + DUE + " ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED", kind, most, lease);
    }

    /**
     * The same in turns: whose work is being done, or stands further up among what is due, waits for
     * those who have less of either.
     */
    Flux<Claimed> claimInTurns(String kind, int most, Duration lease) {
        return claim("""
                SELECT w.id FROM work w
                JOIN (SELECT w.id, row_number() OVER (PARTITION BY w.user_id ORDER BY w.due_at, w.id)
                             + COALESCE(held.jobs, 0) AS turn
                      FROM work w
                      LEFT JOIN (SELECT user_id, count(*) AS jobs FROM work
                                 WHERE kind = :kind AND done_at IS NULL AND leased_until >= clock_timestamp()
                                 GROUP BY user_id) held ON held.user_id = w.user_id
                      WHERE
                """ + DUE + ") ranked ON ranked.id = w.id WHERE " + DUE
                + " ORDER BY ranked.turn, w.due_at LIMIT :most FOR UPDATE OF w SKIP LOCKED", kind, most, lease);
    }

    private Flux<Claimed> claim(String ids, String kind, int most, Duration lease) {
        return database.sql("""
                UPDATE work SET fence = fence + 1, attempt = attempt + 1,
                       leased_until = clock_timestamp() + make_interval(secs => :seconds)
                WHERE id IN (""" + ids + ") RETURNING *")
                .bind("kind", kind)
                .bind("most", most)
                .bind("seconds", seconds(lease))
                .map(WorkRows::claimed)
                .all();
    }

    /** False once another worker has the job. */
    Mono<Boolean> renew(Claimed claimed, Duration lease) {
        return database.sql("""
                UPDATE work SET leased_until = clock_timestamp() + make_interval(secs => :seconds)
                WHERE id = :id AND fence = :fence AND done_at IS NULL
                """)
                .bind("id", claimed.job().id())
                .bind("fence", claimed.fence())
                .bind("seconds", seconds(lease))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Locks the job for the surrounding transaction; false once another worker has it. */
    Mono<Boolean> lock(Claimed claimed) {
        return database.sql("SELECT 1 FROM work WHERE id = :id AND fence = :fence AND done_at IS NULL FOR UPDATE")
                .bind("id", claimed.job().id())
                .bind("fence", claimed.fence())
                .fetch()
                .one()
                .hasElement();
    }

    /** Locks the person's epoch against being raised; false once a later one has begun. */
    Mono<Boolean> epochHolds(Person person) {
        return database.sql("SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch FOR SHARE")
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .fetch()
                .one()
                .hasElement();
    }

    Mono<Void> finish(Claimed claimed) {
        return database.sql("""
                UPDATE work SET done_at = clock_timestamp(), leased_until = NULL, payload = ''
                WHERE id = :id AND fence = :fence
                """).bind("id", claimed.job().id()).bind("fence", claimed.fence()).then();
    }

    Mono<Void> again(Claimed claimed, Duration delay) {
        return reschedule(claimed, delay, 0, null);
    }

    Mono<Void> failed(Claimed claimed, Duration delay, String cause) {
        return reschedule(claimed, delay, claimed.job().attempt(), cause);
    }

    private Mono<Void> reschedule(Claimed claimed, Duration delay, int attempt, @Nullable String cause) {
        return database.sql("""
                UPDATE work SET leased_until = NULL, attempt = :attempt, last_error = :cause,
                       due_at = clock_timestamp() + make_interval(secs => :seconds)
                WHERE id = :id AND fence = :fence
                """)
                .bind("id", claimed.job().id())
                .bind("fence", claimed.fence())
                .bind("attempt", attempt)
                .bind("cause", Parameters.in(R2dbcType.VARCHAR, cause))
                .bind("seconds", seconds(delay))
                .then();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Claimed claimed(Readable row) {
        Person person = new Person(new UserId(required(row.get("user_id", String.class))),
                new Epoch(required(row.get("epoch", Long.class))),
                new Space(required(row.get("space", String.class))));
        Job job = new Job(required(row.get("id", UUID.class)), required(row.get("kind", String.class)),
                required(row.get("key", String.class)), person, required(row.get("payload", String.class)),
                required(row.get("attempt", Integer.class)), required(row.get("created_at", Instant.class)));
        Causation cause = CausationColumns.read(row);
        return new Claimed(job, required(row.get("fence", Long.class)),
                new Causation(cause.trace().child(), cause.replay()));
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
