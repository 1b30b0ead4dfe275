package dev.likeness.validation.store;

import dev.likeness.messaging.Holdings;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class ValidationHoldings implements Holdings {

    private final DatabaseClient database;
    private final ObjectStore store;

    ValidationHoldings(DatabaseClient database, ObjectStore store) {
        this.database = database;
        this.store = store;
    }

    // Each statement is a transaction of its own, so that a purge cut short has got somewhere.
    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        return Mono.zip(delete("report_photo", userId, current), delete("report", userId, current),
                delete("requested_training", userId, current), store.deleteSpace(Bucket.PREPARED, old))
                .map(gone -> Map.of("photoVerdicts", gone.getT1(), "reports", gone.getT2(), "trainingRequests",
                        gone.getT3(), "preparedPhotos", gone.getT4()));
    }

    private Mono<Long> delete(String table, UserId userId, Epoch current) {
        return database.sql("DELETE FROM " + table + " WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }
}
