package dev.likeness.generation.selfies;

import dev.likeness.imaging.sealing.Seal;
import dev.likeness.person.Person;
import java.security.SecureRandom;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Each person's own key, sealed with the service's. With the row gone, whatever copy of the vectors
 * is left somewhere can't be read by anybody.
 */
@Component
class UserKeys {

    private static final Logger log = LoggerFactory.getLogger(UserKeys.class);

    private final DatabaseClient database;
    private final Seal seal;
    private final SecureRandom random = new SecureRandom();

    UserKeys(DatabaseClient database, VectorsProperties properties) {
        this.database = database;
        this.seal = new Seal(properties.bytes());
    }

    /** Empty where the person has none, or it was sealed with another key than the service has now. */
    Mono<Seal> find(Person person) {
        return database.sql("SELECT sealed FROM face_key WHERE user_id = :userId AND epoch = :epoch")
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(row -> Objects.requireNonNull(row.get("sealed", byte[].class)))
                .one()
                .flatMap(sealed -> Mono.justOrEmpty(seal.open(owner(person), sealed))
                        .switchIfEmpty(Mono.fromRunnable(() -> log
                                .error("A person's key for face vectors can't be opened with the key configured"))))
                .map(Seal::new);
    }

    /** In the surrounding transaction; made where there is none. */
    Mono<Seal> findOrMake(Person person) {
        byte[] fresh = new byte[Seal.KEY_BYTES];
        random.nextBytes(fresh);
        return database.sql("""
                INSERT INTO face_key (user_id, epoch, sealed) SELECT :userId, :epoch, :sealed
                WHERE EXISTS (SELECT 1 FROM person_epoch WHERE user_id = :userId AND epoch = :epoch)
                ON CONFLICT (user_id, epoch) DO NOTHING
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("sealed", seal.seal(owner(person), fresh))
                .then()
                .then(Mono.defer(() -> find(person)));
    }

    private static String owner(Person person) {
        return person.userId().value() + "\n" + person.epoch().value();
    }
}
