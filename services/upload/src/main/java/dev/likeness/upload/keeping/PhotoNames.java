package dev.likeness.upload.keeping;

import dev.likeness.messaging.Transactions;
import dev.likeness.person.Person;
import dev.likeness.upload.set.UploadId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Names of photos, which are kept only as long as the person needs them to know which photo is
 * meant.
 */
@Component
public class PhotoNames {

    private final DatabaseClient database;
    private final Transactions transactions;

    PhotoNames(DatabaseClient database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    public Mono<Void> forget(Person person, UploadId set) {
        return transactions.run(() -> database.sql("""
                UPDATE photo SET name = ''
                WHERE upload_id = :uploadId AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("uploadId", set.value())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .then());
    }
}
