package dev.likeness.messaging.epoch;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Work;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class R2dbcEpochs implements Epochs {

    private final DatabaseClient database;
    private final Work work;
    private final RandomGenerator random;

    R2dbcEpochs(DatabaseClient database, Work work, RandomGenerator random) {
        this.database = database;
        this.work = work;
        this.random = random;
    }

    @Override
    public Mono<Person> current(UserId userId) {
        return database.sql("SELECT user_id, epoch, space FROM person_epoch WHERE user_id = :userId")
                .bind("userId", userId.value())
                .map(R2dbcEpochs::person)
                .one();
    }

    @Override
    public Mono<Person> currentOrFirst(UserId userId) {
        return current(userId).switchIfEmpty(
                Mono.defer(() -> insert(new Person(userId, Epoch.FIRST, Space.random(random))).then(current(userId))));
    }

    @Override
    public Mono<Boolean> admit(Person person) {
        return insert(person).then(lock(person.userId())).flatMap(known -> admit(person, known));
    }

    private Mono<Boolean> admit(Person person, Person known) {
        int order = person.epoch().compareTo(known.epoch());
        if (order == 0) {
            return Mono.just(true);
        }
        if (order < 0) {
            // Something of the old epoch has just come in, so something of it may just have been stored.
            return purge(known, person.space(), ":late:" + person.epoch().value()).thenReturn(false);
        }
        return raise(person).then(purge(person, known.space(), "")).thenReturn(true);
    }

    private Mono<Void> purge(Person current, Space old, String suffix) {
        return work.enqueue(new Work.Item(PurgeOlder.KIND, current.userId() + ":" + current.epoch().value() + suffix,
                current, old.value(), Duration.ZERO));
    }

    private Mono<Person> lock(UserId userId) {
        return database.sql("SELECT user_id, epoch, space FROM person_epoch WHERE user_id = :userId FOR UPDATE")
                .bind("userId", userId.value())
                .map(R2dbcEpochs::person)
                .one();
    }

    private Mono<Void> insert(Person person) {
        return database.sql("""
                INSERT INTO person_epoch (user_id, epoch, space) VALUES (:userId, :epoch, :space)
                ON CONFLICT (user_id) DO NOTHING
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("space", person.space().value())
                .then();
    }

    private Mono<Void> raise(Person person) {
        return database.sql("""
                UPDATE person_epoch SET epoch = :epoch, space = :space, raised_at = now()
                WHERE user_id = :userId AND epoch < :epoch
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("space", person.space().value())
                .then();
    }

    private static Person person(Readable row) {
        return new Person(new UserId(text(row, "user_id")),
                new Epoch(Objects.requireNonNull(row.get("epoch", Long.class))), new Space(text(row, "space")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
