package dev.likeness.gallery.store;

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
class GalleryHoldings implements Holdings {

    private final DatabaseClient database;
    private final ObjectStore store;

    GalleryHoldings(DatabaseClient database, ObjectStore store) {
        this.database = database;
        this.store = store;
    }

    // Each statement is a transaction of its own, so that a purge cut short has got somewhere.
    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        return Mono.zip(delete("portrait", userId, current), delete("deleted_portrait", userId, current),
                store.deleteSpace(Bucket.GALLERY, old))
                .map(gone -> Map.of("portraits", gone.getT1(), "deletedPortraits", gone.getT2(), "galleryImages",
                        gone.getT3()));
    }

    private Mono<Long> delete(String table, UserId userId, Epoch current) {
        return database.sql("DELETE FROM " + table + " WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }
}
