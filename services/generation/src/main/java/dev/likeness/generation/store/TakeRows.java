package dev.likeness.generation.store;

import dev.likeness.generation.Filed;
import dev.likeness.generation.likeness.Likeness;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Frame;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.generation.shoot.Take;
import dev.likeness.person.Person;
import java.time.Instant;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The takes of a shoot with their previews. Callers hold the lock on the shoot and have checked its
 * epoch.
 */
@Component
class TakeRows {

    private final DatabaseClient database;

    TakeRows(DatabaseClient database) {
        this.database = database;
    }

    /** The rows with their takes, in the same order. */
    Flux<Filed> of(List<ShootRow> rows) {
        if (rows.isEmpty()) {
            return Flux.empty();
        }
        var ids = rows.stream().map(row -> row.commission().id().value()).toList();
        Mono<List<TakeRow>> takes = database
                .sql("SELECT * FROM take WHERE generation_id IN (:ids) ORDER BY generation_id, take_index")
                .bind("ids", ids)
                .map(TakeRow::read)
                .all()
                .collectList();
        Mono<List<PreviewRow>> previews = database
                .sql("SELECT * FROM preview WHERE generation_id IN (:ids) ORDER BY generation_id, take_index, output_index")
                .bind("ids", ids)
                .map(PreviewRow::read)
                .all()
                .collectList();
        return takes.flatMap(found -> previews
                .map(pictures -> rows.stream().map(row -> row.filed(found, pictures)).toList()))
                .flatMapIterable(filed -> filed);
    }

    Mono<Void> write(Person person, ShootId id, Take take) {
        return upsert(person, TakeRow.of(id.value(), take)).then(switch (take) {
            case Take.Copying copying -> Flux.fromIterable(copying.frames())
                    .concatMap(frame -> plan(person, id, take, frame))
                    .then();
            case Take.Delivered delivered -> Flux.fromIterable(delivered.portraits())
                    .concatMap(this::fill)
                    .then(removeUncopied(id, take));
            case Take.Missed _ -> removeUncopied(id, take);
            case Take.Planned _,Take.Intended _,Take.Unsettled _,Take.Submitted _ -> Mono.empty();
        });
    }

    // A prediction once known stays known, so that nobody else adopts it.
    private Mono<Void> upsert(Person person, TakeRow row) {
        var statement = database.sql("""
                INSERT INTO take (generation_id, take_index, user_id, epoch, outputs, state, attempt, seed, intended_at,
                                  since, prediction_id, reason)
                VALUES (:id, :index, :userId, :epoch, :outputs, :state, :attempt, :seed, :intendedAt,
                        :since, :predictionId, :reason)
                ON CONFLICT (generation_id, take_index) DO UPDATE
                SET state = EXCLUDED.state, attempt = EXCLUDED.attempt, seed = EXCLUDED.seed,
                    intended_at = EXCLUDED.intended_at, since = EXCLUDED.since, reason = EXCLUDED.reason,
                    prediction_id = COALESCE(EXCLUDED.prediction_id, take.prediction_id)
                """)
                .bind("id", row.shoot())
                .bind("index", row.index())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("outputs", row.outputs())
                .bind("state", row.state().name())
                .bind("attempt", row.attempt());
        statement = Columns.bind(statement, "seed", row.seed().orElse(null), Long.class);
        statement = Columns.bind(statement, "intendedAt", row.intendedAt().orElse(null), Instant.class);
        statement = Columns.bind(statement, "since", row.since().orElse(null), Instant.class);
        statement = Columns.bind(statement, "predictionId", row.predictionId().orElse(null), String.class);
        return Columns.bind(statement, "reason", row.reason().map(FailureReason::name).orElse(null), String.class)
                .then();
    }

    private Mono<Void> plan(Person person, ShootId id, Take take, Frame frame) {
        return database.sql("""
                INSERT INTO preview (portrait_id, generation_id, take_index, output_index, user_id, epoch, object_key)
                VALUES (:portraitId, :id, :take, :output, :userId, :epoch, :objectKey)
                """)
                .bind("portraitId", frame.portraitId())
                .bind("id", id.value())
                .bind("take", take.index())
                .bind("output", frame.output())
                .bind("userId", person.userId().value())
                .bind("epoch", person.epoch().value())
                .bind("objectKey", frame.objectKey())
                .then();
    }

    private Mono<Void> fill(Portrait portrait) {
        Likeness likeness = portrait.likeness();
        var statement = database.sql("""
                UPDATE preview SET content_type = :contentType, width = :width, height = :height, size = :size,
                       seed = :seed, band = :band, score = :score, percentile = :percentile,
                       unmeasured = :unmeasured, copies_photo = :copiesPhoto
                WHERE portrait_id = :portraitId
                """)
                .bind("portraitId", portrait.frame().portraitId())
                .bind("contentType", portrait.contentType())
                .bind("width", portrait.width())
                .bind("height", portrait.height())
                .bind("size", portrait.size())
                .bind("seed", portrait.seed())
                .bind("band", likeness.band().name())
                .bind("copiesPhoto", likeness.copiesPhoto());
        statement = Columns.bind(statement, "score", likeness.figures().map(Likeness.Figures::score).orElse(null),
                Double.class);
        statement = Columns.bind(statement, "percentile",
                likeness.figures().map(Likeness.Figures::percentile).orElse(null), Double.class);
        return Columns.bind(statement, "unmeasured", likeness.unmeasured().map(Enum::name).orElse(null), String.class)
                .then();
    }

    private Mono<Void> removeUncopied(ShootId id, Take take) {
        return database.sql("DELETE FROM preview WHERE generation_id = :id AND take_index = :take AND size IS NULL")
                .bind("id", id.value())
                .bind("take", take.index())
                .then();
    }
}
