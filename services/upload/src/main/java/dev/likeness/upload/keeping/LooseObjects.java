package dev.likeness.upload.keeping;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.Work;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Person;
import dev.likeness.upload.set.StoredObject;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Objects that no photo refers to, not yet or no longer. Each is listed before it is written and
 * leaves the list in the transaction that lets a photo refer to it, so that no crash leaves an
 * object that nobody knows of.
 *
 * <p>
 * A batch is what is tidied together: a set, or one request.
 */
@Component
public class LooseObjects {

    /** The work that tidies a batch; its key is {@link #batch} and perhaps a number. */
    public static final String TIDY = "tidy-set";

    private static final Logger log = LoggerFactory.getLogger(LooseObjects.class);
    private static final String SEPARATOR = "/";

    private final DatabaseClient database;
    private final ObjectStore store;
    private final Transactions transactions;
    private final Epochs epochs;
    private final Work work;
    private final SetProperties properties;

    LooseObjects(DatabaseClient database, ObjectStore store, Transactions transactions, Epochs epochs,
            Work work, SetProperties properties) {
        this.database = database;
        this.store = store;
        this.transactions = transactions;
        this.epochs = epochs;
        this.work = work;
        this.properties = properties;
    }

    /**
     * A key to write to, which is tidied away unless it is kept in time. Empty where the epoch is over.
     */
    public Mono<ObjectKey> begin(Person person, UUID batch) {
        ObjectKey key = ObjectKey.random(Bucket.SELFIES, person.space());
        return transactions.run(() -> epochs.admit(person)
                .flatMap(current -> current ? list(person, batch, key).thenReturn(key) : Mono.<ObjectKey>empty()));
    }

    private Mono<Void> list(Person person, UUID batch, ObjectKey key) {
        return insert(person, batch, key.name(), properties.looseAfter(), """
                INSERT INTO loose_object (object_name, batch, user_id, epoch, due_at)
                SELECT :object, :batch, user_id, epoch, clock_timestamp() + make_interval(secs => :seconds)
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                """).then(tidyLater(person, batch));
    }

    /** Sees to it that the batch is looked at now and then until nothing is left to do. */
    Mono<Void> tidyLater(Person person, UUID batch) {
        return tidyLater(person, batch, 0);
    }

    /**
     * The same once more, where all may have been done before; again under the same number is a no-op.
     */
    Mono<Void> tidyLater(Person person, UUID batch, int number) {
        String key = number == 0 ? batch.toString() : batch + SEPARATOR + number;
        return work.enqueue(new Work.Item(TIDY, key, person, "", properties.tidyEvery()));
    }

    /** The batch that the key of a {@link #TIDY} speaks of. */
    public static UUID batch(String key) {
        int end = key.indexOf(SEPARATOR);
        return UUID.fromString(end < 0 ? key : key.substring(0, end));
    }

    /**
     * Takes an object off the list because a photo refers to it now; false where it is being removed
     * already.
     */
    Mono<Boolean> keep(Person person, StoredObject object) {
        return bind(person, database.sql("""
                DELETE FROM loose_object
                WHERE object_name = :object AND user_id = :userId AND epoch = :epoch AND NOT removing
                """)).bind("object", object.name()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Lists an object, due at once, unless a photo still refers to it. */
    Mono<Void> letGo(Person person, UUID batch, StoredObject object) {
        return insert(person, batch, object.name(), Duration.ZERO, """
                INSERT INTO loose_object (object_name, batch, user_id, epoch, due_at)
                SELECT :object, :batch, user_id, epoch, clock_timestamp() + make_interval(secs => :seconds)
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                  AND NOT EXISTS (SELECT 1 FROM photo
                                  WHERE user_id = :userId AND epoch = :epoch AND object_name = :object)
                ON CONFLICT (object_name) DO NOTHING
                """).then();
    }

    private Mono<Long> insert(Person person, UUID batch, String object, Duration delay, String sql) {
        return bind(person, database.sql(sql)).bind("object", object)
                .bind("batch", batch)
                .bind("seconds", delay.toMillis() / 1000.0)
                .fetch()
                .rowsUpdated();
    }

    /**
     * Removes what is due of a batch, as far as the store lets us now; the rest is tried again when it
     * is tidied.
     */
    public Mono<Void> removeDue(Person person, UUID batch) {
        return remove(person, batch, "", false);
    }

    /** Removes all that is listed of a batch, because nobody writes to it any more. */
    public Mono<Void> removeAll(Person person, UUID batch) {
        return remove(person, batch, "", true);
    }

    /** Removes one listed object. */
    public Mono<Void> remove(Person person, UUID batch, ObjectKey key) {
        return remove(person, batch, key.name(), true);
    }

    /** Whether anything is still listed of a batch. */
    public Mono<Boolean> anyLeft(UUID batch) {
        return database.sql("SELECT 1 FROM loose_object WHERE batch = :batch LIMIT 1")
                .bind("batch", batch)
                .fetch()
                .one()
                .hasElement();
    }

    // First marked, then removed, then forgotten: from the mark on nobody can keep it any more, and until it is
    // forgotten a crash only means that it is removed once more.
    private Mono<Void> remove(Person person, UUID batch, String onlyObject, boolean evenIfNotDue) {
        return transactions.run(() -> mark(person, batch, onlyObject, evenIfNotDue).collectList())
                .flatMapIterable(objects -> objects)
                .concatMap(this::remove)
                .then()
                .onErrorResume(failure -> {
                    log.warn("Objects of batch {} could not be removed just now: {}", batch, failure.toString());
                    return Mono.empty();
                });
    }

    private Flux<String> mark(Person person, UUID batch, String onlyObject, boolean evenIfNotDue) {
        return bind(person, database.sql("""
                UPDATE loose_object SET removing = true
                WHERE batch = :batch AND user_id = :userId AND epoch = :epoch
                  AND (:object = '' OR object_name = :object) AND (:evenIfNotDue OR due_at <= clock_timestamp())
                RETURNING object_name
                """)).bind("batch", batch)
                .bind("object", onlyObject)
                .bind("evenIfNotDue", evenIfNotDue)
                .map(row -> Objects.requireNonNull(row.get("object_name", String.class)))
                .all();
    }

    private Mono<Void> remove(String object) {
        return store.delete(ObjectKey.in(Bucket.SELFIES, object))
                .then(Mono.defer(() -> transactions.run(() -> database
                        .sql("DELETE FROM loose_object WHERE object_name = :object AND removing")
                        .bind("object", object)
                        .then())));
    }

    private static GenericExecuteSpec bind(Person person, GenericExecuteSpec statement) {
        return statement.bind("userId", person.userId().value()).bind("epoch", person.epoch().value());
    }
}
