package dev.likeness.training.polling;

import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.Work;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.provider.Standing;
import dev.likeness.training.run.TrainingId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a sweep reads and writes, a page of the provider's list at a time. */
@Component
class SweepRows {

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Work work;

    SweepRows(DatabaseClient database, Transactions transactions, Work work) {
        this.database = database;
        this.transactions = transactions;
        this.work = work;
    }

    private record Listed(TrainingId id, int attempt, String state, String providerId) {

        static Listed read(Readable row) {
            return new Listed(new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))),
                    Objects.requireNonNull(row.get("attempt", Integer.class)),
                    Objects.requireNonNull(row.get("state", String.class)),
                    Objects.requireNonNull(row.get("provider_id", String.class)));
        }

        boolean movedOn(Standing.Phase phase) {
            return phase == Standing.Phase.ENDED || phase == Standing.Phase.WORKING && state.equals("SUBMITTED");
        }
    }

    /** Whether a sweep is due; then it is this instance's, and the next one is due after that time. */
    Mono<Boolean> claim(Duration next) {
        return transactions.quietly(() -> database.sql("""
                UPDATE provider_sweep SET due_at = clock_timestamp() + make_interval(secs => :seconds)
                WHERE due_at <= clock_timestamp()
                """).bind("seconds", next.toMillis() / 1000.0).fetch().rowsUpdated().map(rows -> rows == 1));
    }

    /** Notes that they were heard from, and has those looked at that have moved on. */
    Mono<Void> seen(List<Standing> page) {
        Map<String, Standing.Phase> phases = page.stream()
                .collect(Collectors.toMap(Standing::providerId, Standing::phase, (first, _) -> first));
        // Apart from each other: a worker locks its job first and the training second.
        return transactions.quietly(() -> heard(phases))
                .flatMapMany(Flux::fromIterable)
                .filter(listed -> listed.movedOn(Objects.requireNonNull(phases.get(listed.providerId()))))
                .concatMap(listed -> transactions.run(() -> work.hasten(TrainingWork.POLL.kind(),
                        TrainingWork.POLL.key(listed.id(), listed.attempt()))))
                .then();
    }

    // Rows that somebody works on are left out: who has them locked is hearing from the provider just now.
    private Mono<List<Listed>> heard(Map<String, Standing.Phase> phases) {
        return database.sql("""
                UPDATE training t SET heard_at = clock_timestamp()
                FROM (SELECT l.training_id, a.attempt, a.provider_id
                      FROM training_attempt a JOIN training l ON l.training_id = a.training_id AND l.attempt = a.attempt
                      WHERE a.provider_id = ANY(:ids) AND l.state IN ('SUBMITTED', 'RUNNING')
                      FOR UPDATE OF l SKIP LOCKED) AS listed
                WHERE t.training_id = listed.training_id
                  AND t.epoch = (SELECT epoch FROM person_epoch p WHERE p.user_id = t.user_id)
                RETURNING t.training_id, listed.attempt, t.state, listed.provider_id
                """)
                .bind("ids", phases.keySet().toArray(String[]::new))
                .map(Listed::read)
                .all()
                .collectList();
    }
}
