package dev.likeness.generation.models;

import dev.likeness.generation.Model;
import dev.likeness.generation.Models;
import dev.likeness.generation.likeness.Finding;
import dev.likeness.generation.likeness.Standing;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.person.Person;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class R2dbcModels implements Models {

    private static final String WHOSE = """

            WHERE training_id = :trainingId AND user_id = :userId AND epoch = :epoch
            AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
            """;

    private final DatabaseClient database;

    R2dbcModels(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Model> current(Person person) {
        return own(person)
                .flatMap(models -> Mono.justOrEmpty(
                        models.stream().filter(model -> model.standing().objection().isEmpty()).findFirst()));
    }

    @Override
    public Mono<Model> newest(Person person) {
        return own(person).flatMap(models -> Mono.justOrEmpty(models.stream().findFirst()));
    }

    @Override
    public Mono<Void> tested(Person person, String trainingId, Finding finding) {
        return of(person, trainingId, "UPDATE model SET finding = :finding" + WHOSE)
                .bind("finding", finding.name())
                .then();
    }

    /**
     * Takes note of the person's own word. @return the model as it is then; empty where there is none
     */
    Mono<Model> told(Person person, String trainingId, Standing.Verdict verdict) {
        return of(person, trainingId, "UPDATE model SET verdict = :verdict" + WHOSE + " RETURNING *")
                .bind("verdict", verdict.name())
                .map(R2dbcModels::read)
                .one();
    }

    /** @return whether it was not known before */
    Mono<Boolean> add(Person person, Model model) {
        var statement = of(person, model.trainingId(), """
                INSERT INTO model (training_id, user_id, epoch, model_version, trigger_word, recipe_version,
                                   photo_count, completed_at, test_shoot)
                SELECT :trainingId, user_id, epoch, :version, :triggerWord, :recipeVersion, :photoCount,
                       :completedAt, :testShoot
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT (training_id) DO NOTHING
                """).bind("version", model.version().value())
                .bind("triggerWord", model.triggerWord())
                .bind("recipeVersion", model.recipeVersion())
                .bind("photoCount", model.photoCount())
                .bind("completedAt", model.completedAt());
        return model.testShoot()
                .map(id -> statement.bind("testShoot", id.value()))
                .orElseGet(() -> statement.bindNull("testShoot", UUID.class))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<List<Model>> own(Person person) {
        return database.sql("""
                SELECT * FROM model WHERE user_id = :userId AND epoch = :epoch AND trigger_word = :triggerWord
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                ORDER BY completed_at DESC, training_id DESC LIMIT 100
                """)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("triggerWord", TriggerWord.of(person.userId()).value())
                .map(R2dbcModels::read)
                .all()
                .collectList();
    }

    private DatabaseClient.GenericExecuteSpec of(Person person, String trainingId, String sql) {
        return database.sql(sql)
                .bind("trainingId", trainingId)
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value());
    }

    /** The newest, or those that follow a place in the list. */
    Mono<List<Model>> newest(UserId userId, Optional<Place> after, int most) {
        Place place = after.orElse(Place.FIRST);
        return database.sql("""
                SELECT * FROM model WHERE user_id = :userId
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                AND (completed_at, training_id) < (:completedAt, :trainingId)
                ORDER BY completed_at DESC, training_id DESC LIMIT :most
                """)
                .bind("userId", userId.value())
                .bind("completedAt", place.completedAt())
                .bind("trainingId", place.trainingId())
                .bind("most", most)
                .map(R2dbcModels::read)
                .all()
                .collectList();
    }

    /** A place in the list of models, newest first. */
    record Place(Instant completedAt, String trainingId) {
        static final Place FIRST = new Place(Instant.parse("9999-01-01T00:00:00Z"), "");
    }

    private static Model read(Readable row) {
        return new Model(column(row, "training_id", String.class),
                new ModelVersion(column(row, "model_version", String.class)), column(row, "trigger_word", String.class),
                column(row, "recipe_version", Integer.class), column(row, "photo_count", Integer.class),
                column(row, "completed_at", Instant.class),
                Optional.ofNullable(row.get("test_shoot", UUID.class)).map(ShootId::new), standing(row));
    }

    private static Standing standing(Readable row) {
        return new Standing(Optional.ofNullable(row.get("finding", String.class)).map(Finding::valueOf),
                Optional.ofNullable(row.get("verdict", String.class)).map(Standing.Verdict::valueOf));
    }

    private static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }
}
