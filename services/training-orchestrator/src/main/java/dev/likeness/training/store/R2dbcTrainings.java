package dev.likeness.training.store;

import dev.likeness.person.Person;
import dev.likeness.training.Source;
import dev.likeness.training.TrainingPhoto;
import dev.likeness.training.Trainings;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Component
class R2dbcTrainings implements Trainings {

    private static final String SELECT = """
            SELECT t.*, a.zip, a.file_id, a.calls, a.calling, a.intended_at, a.zip_gone_at, a.provider_id,
                   clock_timestamp() AS database_now
            FROM training t
            JOIN person_epoch p ON p.user_id = t.user_id AND p.epoch = t.epoch
            LEFT JOIN training_attempt a ON a.training_id = t.training_id AND a.attempt = t.attempt
            WHERE t.training_id = :id AND t.user_id = :userId AND t.epoch = :epoch
            """;

    private final DatabaseClient database;
    private final SaveTraining saveTraining;
    private final JsonMapper json;

    R2dbcTrainings(DatabaseClient database, SaveTraining saveTraining, JsonMapper json) {
        this.database = database;
        this.saveTraining = saveTraining;
        this.json = json;
    }

    // The row is locked first and read after that: a read of before the lock would be one of before the other's move.
    @Override
    public Mono<Locked> lock(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                SELECT 1 FROM training WHERE training_id = :id AND user_id = :userId AND epoch = :epoch FOR UPDATE
                """)).fetch()
                .one()
                .then(of(person, id, database.sql(SELECT))
                        .map(row -> new Locked(new TrainingRow(row, json).training(),
                                Objects.requireNonNull(row.get("database_now", Instant.class))))
                        .one())
                .switchIfEmpty(Mono.defer(() -> now().map(now -> new Locked(new Training.Unheard(id), now))));
    }

    @Override
    public Mono<Instant> now() {
        return database.sql("SELECT clock_timestamp() AS database_now")
                .map(row -> Objects.requireNonNull(row.get("database_now", Instant.class)))
                .one();
    }

    @Override
    public Mono<Boolean> another(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                SELECT 1 FROM training
                WHERE user_id = :userId AND epoch = :epoch AND ended_at IS NULL AND training_id <> :id
                LIMIT 1
                """)).fetch().one().hasElement();
    }

    @Override
    public Mono<Boolean> insert(Training training, Plan plan, Source source) {
        return saveTraining.insert(training, plan, source);
    }

    @Override
    public Mono<Void> save(Training training) {
        return saveTraining.save(training);
    }

    @Override
    public Mono<Void> tell(Person person, Training training, Optional<Effect.AnnounceProgress> progress,
            Instant now) {
        return saveTraining.tell(person, training, progress, now);
    }

    @Override
    public Mono<Training> read(Person person, TrainingId id) {
        return of(person, id, database.sql(SELECT)).map(row -> new TrainingRow(row, json).training()).one();
    }

    @Override
    public Mono<Source> source(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                SELECT upload_id, photos, retry_of FROM training
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                """)).map(row -> {
            Optional<UUID> retryOf = Optional.ofNullable(row.get("retry_of", UUID.class));
            return new Source(Objects.requireNonNull(row.get("upload_id", String.class)), photos(row),
                    retryOf.map(TrainingId::new));
        }).one();
    }

    @Override
    public Mono<Integer> endedRetries(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                SELECT count(*)::int AS retries FROM training
                WHERE retry_of = :id AND user_id = :userId AND epoch = :epoch AND ended_at IS NOT NULL
                """)).map(row -> Objects.requireNonNull(row.get("retries", Integer.class))).one();
    }

    private List<TrainingPhoto> photos(Readable row) {
        return List.of(json.readValue(Objects.requireNonNull(row.get("photos", String.class)), TrainingPhoto[].class));
    }

    @Override
    public Mono<List<TrainingPhoto>> photos(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                SELECT photos FROM training
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                """))
                .map(row -> photos(row))
                .one();
    }

    @Override
    public Mono<List<String>> zips(TrainingId id) {
        return database.sql("SELECT name FROM training_zip WHERE training_id = :id")
                .bind("id", id.value())
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .all()
                .collectList();
    }

    @Override
    public Mono<List<Attempt>> attempts(TrainingId id) {
        return database.sql("""
                SELECT a.*, t.space FROM training_attempt a JOIN training t ON t.training_id = a.training_id
                WHERE a.training_id = :id ORDER BY a.attempt
                """).bind("id", id.value()).map(AttemptRow::attempt).all().collectList();
    }

    @Override
    public Mono<Void> withoutInput(Person person, TrainingId id, Collection<String> settings) {
        return of(person, id, database.sql("""
                UPDATE training SET without_input = :settings
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).bind("settings", String.join(",", settings)).then();
    }

    @Override
    public Mono<Void> unreachable(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                UPDATE training SET unreachable_since = clock_timestamp()
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                  AND (unreachable_since IS NULL OR unreachable_since < heard_at)
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).then();
    }

    @Override
    public Mono<Void> heard(Person person, TrainingId id) {
        return of(person, id, database.sql("""
                UPDATE training SET heard_at = clock_timestamp()
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).then();
    }

    private static GenericExecuteSpec of(Person person, TrainingId id, GenericExecuteSpec spec) {
        return spec.bind("id", id.value())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value());
    }
}
