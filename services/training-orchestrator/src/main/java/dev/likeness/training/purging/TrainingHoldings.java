package dev.likeness.training.purging;

import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.Work;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import dev.likeness.training.Spending;
import java.time.Duration;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Objects first, so that nothing accepted late finds photos; then what runs at the provider; then
 * the rows; and the objects once more.
 */
@Component
class TrainingHoldings implements Holdings {

    private static final Duration LATE_WRITES = Duration.ofMinutes(2);

    private final DatabaseClient database;
    private final Transactions transactions;
    private final ObjectStore store;
    private final StopOlder stopOlder;
    private final Spending spending;
    private final Work work;

    TrainingHoldings(DatabaseClient database, Transactions transactions, ObjectStore store, StopOlder stopOlder,
            Spending spending, Work work) {
        this.database = database;
        this.transactions = transactions;
        this.store = store;
        this.stopOlder = stopOlder;
        this.spending = spending;
        this.work = work;
    }

    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        return store.deleteSpace(Bucket.TRAINING_ZIPS, old)
                .flatMap(zips -> stopOlder.handle(userId, current)
                        .then(transactions.run(() -> removeRows(userId, current, old)))
                        .map(rows -> Map.of("training-zips", zips, "trainings", rows)));
    }

    private Mono<Long> removeRows(UserId userId, Epoch current, Space old) {
        return database.sql("SELECT 1 FROM training WHERE user_id = :userId AND epoch < :epoch FOR UPDATE")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .all()
                .then(spending.close(userId, current))
                .then(lateZips(userId, current, old))
                .then(delete(userId, current));
    }

    private Mono<Void> lateZips(UserId userId, Epoch current, Space old) {
        return work.enqueue(new Work.Item(LateZipsHandler.KIND, userId + ":" + current.value() + ":" + old,
                new Person(userId, current, old), old.value(), LATE_WRITES));
    }

    private Mono<Long> delete(UserId userId, Epoch current) {
        return database.sql("DELETE FROM training WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }
}
