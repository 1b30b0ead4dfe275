package dev.likeness.validation.store;

import dev.likeness.messaging.Holdings;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.LinkedHashMap;
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

    // One after another: face vectors go with their photo and photos with their report, and would be counted as nothing were it deleted first.
    // Each statement is a transaction of its own, so that a purge cut short has got somewhere.
    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        Map<String, Long> counts = new LinkedHashMap<>();
        return delete("face_vector", userId, current).doOnNext(gone -> counts.put("faceVectors", gone))
                .then(delete("report_photo", userId, current))
                .doOnNext(gone -> counts.put("photoVerdicts", gone))
                .then(delete("report", userId, current))
                .doOnNext(gone -> counts.put("reports", gone))
                .then(delete("requested_training", userId, current))
                .doOnNext(gone -> counts.put("trainingRequests", gone))
                .then(store.deleteSpace(Bucket.PREPARED, old))
                .doOnNext(gone -> counts.put("preparedPhotos", gone))
                .thenReturn(counts);
    }

    private Mono<Long> delete(String table, UserId userId, Epoch current) {
        return database.sql("DELETE FROM " + table + " WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }
}
