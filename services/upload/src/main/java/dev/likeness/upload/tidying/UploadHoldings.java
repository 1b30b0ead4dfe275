package dev.likeness.upload.tidying;

import dev.likeness.access.idempotency.IdempotencyKeys;
import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.Transactions;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rows first, objects second: what is written in between is refused, because its epoch is over. */
@Component
class UploadHoldings implements Holdings {

    private final DatabaseClient database;
    private final Transactions transactions;
    private final ObjectStore store;
    private final IdempotencyKeys keys;

    UploadHoldings(DatabaseClient database, Transactions transactions, ObjectStore store, IdempotencyKeys keys) {
        this.database = database;
        this.transactions = transactions;
        this.store = store;
        this.keys = keys;
    }

    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        return transactions.run(() -> delete("photo", userId, current)
                .zipWhen(_ -> delete("photo_set", userId, current))
                .flatMap(counts -> delete("loose_object", userId, current)
                        .then(delete("requested_training", userId, current))
                        .thenReturn(counts)))
                .flatMap(counts -> keys.forget(userId)
                        .then(store.deleteSpace(Bucket.SELFIES, old))
                        .map(selfies -> Map.of("uploadedPhotos", counts.getT1(), "uploads", counts.getT2(), "selfies",
                                selfies)));
    }

    private Mono<Long> delete(String table, UserId userId, Epoch current) {
        return database.sql("DELETE FROM " + table + " WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }
}
