package dev.likeness.messaging.outbox;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Makes one instance of a service the one that does something, in the database's own time. */
class ServiceLease {

    private final DatabaseClient database;
    private final String name;
    private final UUID holder = UUID.randomUUID();
    private final Duration validFor;
    private volatile long heldUntilNanos = System.nanoTime();

    ServiceLease(DatabaseClient database, String name, Duration validFor) {
        this.database = database;
        this.name = name;
        this.validFor = validFor;
    }

    Duration validFor() {
        return validFor;
    }

    /** Takes or renews the lease; false while another instance holds it. */
    Mono<Boolean> hold() {
        return Mono.defer(() -> {
            // Counted from before the database counts, so never longer than it does.
            long asked = System.nanoTime();
            return take().doOnNext(ours -> heldUntilNanos = ours ? asked + validFor.toNanos() : asked);
        });
    }

    /**
     * Renews the lease where it must, for work that goes on; blocks.
     *
     * @return whether it was held without a gap, and three quarters of it are left
     */
    boolean keep() {
        long enough = validFor.toNanos() / 4 * 3;
        long left = heldUntilNanos - System.nanoTime();
        // Where nothing is left another may have worked meanwhile, even if the lease could be had again.
        return left >= enough || left > 0 && Boolean.TRUE.equals(hold().block())
                && heldUntilNanos - System.nanoTime() >= enough;
    }

    private Mono<Boolean> take() {
        return database.sql("""
                INSERT INTO lease (name, holder, until)
                VALUES (:name, :holder, clock_timestamp() + make_interval(secs => :seconds))
                ON CONFLICT (name) DO UPDATE
                SET holder = excluded.holder, until = excluded.until,
                    fence = lease.fence + CASE WHEN lease.holder = excluded.holder THEN 0 ELSE 1 END
                WHERE lease.holder = excluded.holder OR lease.until < clock_timestamp()
                """)
                .bind("name", name)
                .bind("holder", holder)
                .bind("seconds", validFor.toMillis() / 1000.0)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Lets go, so that another instance need not wait for the lease to run out. */
    Mono<Void> release() {
        return database.sql("DELETE FROM lease WHERE name = :name AND holder = :holder")
                .bind("name", name)
                .bind("holder", holder)
                .then();
    }
}
