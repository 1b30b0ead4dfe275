package dev.likeness.generation.store;

import dev.likeness.generation.Commission;
import dev.likeness.generation.Filed;
import dev.likeness.generation.PreviewProperties;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.generation.shoot.Take;
import dev.likeness.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class R2dbcShoots implements Shoots {

    private final DatabaseClient database;
    private final TakeRows takes;
    private final PreviewProperties previews;

    R2dbcShoots(DatabaseClient database, TakeRows takes, PreviewProperties previews) {
        this.database = database;
        this.takes = takes;
        this.previews = previews;
    }

    @Override
    public Mono<Void> file(Person person, Commission commission) {
        Parameters parameters = commission.parameters();
        Long seed = parameters.seed().isPresent() ? parameters.seed().getAsLong() : null;
        var statement = database.sql("""
                INSERT INTO shoot (generation_id, user_id, epoch, space, training_id, model_version, prompt, outputs,
                                   aspect_ratio, seed, guidance_scale, steps, lora_scale, requested_at, test_shoot)
                SELECT :id, user_id, epoch, space, :trainingId, :model, :prompt, :outputs,
                       :ratio, :seed, :guidance, :steps, :lora, :requestedAt, :testShoot
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT (generation_id) DO NOTHING
                """)
                .bind("id", commission.id().value())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("trainingId", commission.trainingId())
                .bind("model", commission.model().value())
                .bind("prompt", commission.prompt().value())
                .bind("outputs", parameters.outputs())
                .bind("ratio", parameters.aspectRatio().text())
                .bind("guidance", parameters.guidanceScale())
                .bind("steps", parameters.steps())
                .bind("lora", parameters.loraScale())
                .bind("requestedAt", commission.requestedAt())
                .bind("testShoot", commission.testShoot());
        return Columns.bind(statement, "seed", seed, Long.class).then();
    }

    @Override
    public Mono<Shoot> lock(Person person, ShootId id) {
        return find(person, id, "FOR UPDATE OF shoot").map(Filed::shoot).defaultIfEmpty(new Shoot.Unheard(id));
    }

    @Override
    public Mono<Filed> find(Person person, ShootId id) {
        return find(person, id, "");
    }

    @Override
    public Mono<List<Filed>> newest(Person person, Optional<Place> after, int most) {
        var statement = database.sql("""
                SELECT shoot.* FROM shoot WHERE user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                AND (requested_at, generation_id) < (:requestedAt, :id)
                ORDER BY requested_at DESC, generation_id DESC LIMIT :most
                """).bind("userId", person.userId().value()).bind("epoch", person.epoch().value()).bind("most", most);
        Place place = after.orElse(Place.FIRST);
        return statement.bind("requestedAt", place.requestedAt())
                .bind("id", place.id().value())
                .map(ShootRow::read)
                .all()
                .collectList()
                .flatMap(rows -> takes.of(rows).collectList());
    }

    @Override
    public Mono<Void> save(Person person, Shoot before, Shoot after) {
        if (after.equals(before)) {
            return Mono.empty();
        }
        List<Take> changed = after.takes()
                .stream()
                .filter(take -> !before.take(take.index()).equals(Optional.of(take)))
                .toList();
        return update(person, after).thenMany(Flux.fromIterable(changed))
                .concatMap(take -> takes.write(person, after.id(), take))
                .then();
    }

    @Override
    public Mono<List<String>> unclaimed(List<String> predictionIds, ShootId id, int take) {
        if (predictionIds.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql("""
                SELECT prediction_id FROM take WHERE prediction_id IN (:predictionIds)
                AND NOT (generation_id = :id AND take_index = :take)
                """)
                .bind("predictionIds", predictionIds)
                .bind("id", id.value())
                .bind("take", take)
                .map(row -> Columns.required(row, "prediction_id", String.class))
                .all()
                .collectList()
                .map(claimed -> predictionIds.stream().filter(each -> !claimed.contains(each)).toList());
    }

    private Mono<Filed> find(Person person, ShootId id, String locking) {
        return database.sql("""
                SELECT shoot.* FROM shoot WHERE generation_id = :id AND user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """ + locking)
                .bind("id", id.value())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .map(ShootRow::read)
                .one()
                .flatMap(row -> takes.of(List.of(row)).single());
    }

    private Mono<Void> update(Person person, Shoot shoot) {
        Optional<Instant> endedAt = shoot instanceof Shoot.Closed closed
                ? Optional.of(closed.endedAt())
                : Optional.empty();
        Optional<String> failure = shoot instanceof Shoot.Closed closed
                ? closed.failure().map(FailureReason::name)
                : Optional.empty();
        ShootRow.State state = switch (shoot) {
            case Shoot.Unheard _ -> ShootRow.State.NEW;
            case Shoot.Open _ -> ShootRow.State.OPEN;
            case Shoot.Closed _ -> ShootRow.State.CLOSED;
        };
        var statement = database.sql("""
                UPDATE shoot SET state = :state, canceled = canceled OR :canceled, failure = :failure,
                       ended_at = :endedAt, expires_at = :expiresAt, version = version + 1
                WHERE generation_id = :id AND user_id = :userId AND epoch = :epoch
                AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)
                .bind("id", shoot.id().value())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("canceled", shoot instanceof Shoot.Open open && open.canceled())
                .bind("state", state.name());
        statement = Columns.bind(statement, "failure", failure.orElse(null), String.class);
        statement = Columns.bind(statement, "endedAt", endedAt.orElse(null), Instant.class);
        statement = Columns.bind(statement, "expiresAt",
                endedAt.map(at -> at.plus(previews.offered())).orElse(null), Instant.class);
        UUID id = shoot.id().value();
        return statement.fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException("Shoot " + id + " is gone or its epoch is over")));
    }
}
