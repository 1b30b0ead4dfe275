package dev.likeness.training.store;

import dev.likeness.person.Person;
import dev.likeness.training.Source;
import dev.likeness.training.run.Effect;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.Stillness;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes trainings, each statement under the condition that the person's epoch is still the current
 * one.
 */
@Component
class SaveTraining {

    private final DatabaseClient database;
    private final SaveAttempt attempts;
    private final JsonMapper json;

    SaveTraining(DatabaseClient database, SaveAttempt attempts, JsonMapper json) {
        this.database = database;
        this.attempts = attempts;
        this.json = json;
    }

    // ON CONFLICT, not a caught duplicate-key error: in PostgreSQL such an error aborts the transaction.
    Mono<Boolean> insert(Training training, Plan plan, Source source) {
        Optional<TrainingColumns> columns = columns(training);
        if (columns.isEmpty()) {
            return Mono.just(false);
        }
        GenericExecuteSpec insert = of(plan.person(),
                database.sql(
                        """
                                INSERT INTO training (training_id, user_id, epoch, space, upload_id, trigger_word, recipe, photos,
                                                      photo_count, state, attempt, reserve_micros, requested_at, deadline, total_steps, failure,
                                                      ended_at, retry_of)
                                SELECT :id, user_id, epoch, :space, :uploadId, :triggerWord, :recipe::jsonb, :photos::jsonb,
                                       :photoCount, :state, :attempt, :reserve, :requestedAt, :deadline, :steps, :failure, :endedAt, :retryOf
                                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                                ON CONFLICT (training_id) DO NOTHING
                                """))
                .bind("id", plan.id().value())
                .bind("space", plan.person().space().value())
                .bind("uploadId", source.uploadId())
                .bind("triggerWord", plan.triggerWord())
                .bind("recipe", json.writeValueAsString(plan.recipe()))
                .bind("photos", json.writeValueAsString(source.photos()))
                .bind("photoCount", plan.photoCount())
                .bind("state", columns.get().state().name())
                .bind("attempt", columns.get().attempt())
                .bind("reserve", plan.reserveMicros())
                .bind("requestedAt", plan.requestedAt())
                .bind("deadline", plan.deadline())
                .bind("steps", plan.recipe().steps());
        insert = Bindings.text(insert, "failure", columns.get().failure());
        insert = Bindings.id(insert, "retryOf", source.retryOf().map(TrainingId::value));
        return Bindings.time(insert, "endedAt", columns.get().endedAt()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Void> save(Training training) {
        return switch (training) {
            case Training.Unheard _ -> Mono.empty();
            case Training.Live live -> update(live.plan(), TrainingColumns.of(live))
                    .then(attempts.save(live.plan(), AttemptColumns.of(live)));
            case Training.Ended ended -> update(ended.plan(), TrainingColumns.of(ended)).then(attempts.end(ended));
        };
    }

    private Mono<Void> update(Plan plan, TrainingColumns columns) {
        GenericExecuteSpec update = of(plan.person(), database.sql("""
                UPDATE training SET state = :state, attempt = :attempt, stop = :stop,
                       accepted_at = COALESCE(:acceptedAt, accepted_at), running_at = COALESCE(:runningAt, running_at),
                       moved_at = COALESCE(:movedAt, moved_at), step = COALESCE(:step, step),
                       total_steps = COALESCE(:totalSteps, total_steps), told_step = COALESCE(:toldStep, told_step),
                       told_total = COALESCE(:toldTotal, told_total), told_at = COALESCE(:toldAt, told_at),
                       failure = :failure, model = :model, trained_millis = :trainedMillis, cost_micros = :costMicros,
                       still_since = COALESCE(:stillSince, still_since), seen_at = COALESCE(:seenAt, seen_at),
                       ended_at = :endedAt, unsettled = :unsettled
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """))
                .bind("id", plan.id().value())
                .bind("state", columns.state().name())
                .bind("attempt", columns.attempt())
                .bind("unsettled", columns.unsettled());
        update = Bindings.text(update, "stop", columns.stop().map(Enum::name));
        update = Bindings.time(update, "acceptedAt", columns.acceptedAt());
        update = Bindings.time(update, "stillSince", columns.still().map(Stillness::since));
        update = Bindings.time(update, "seenAt", columns.still().map(Stillness::seenAt));
        update = ended(progress(update, columns.progress()), columns);
        return update.fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1
                        ? Mono.<Void>empty()
                        : Mono.error(
                                new IllegalStateException(
                                        "Training " + plan.id() + " belongs to an epoch that is over")));
    }

    private static GenericExecuteSpec progress(GenericExecuteSpec update, Optional<Progress> progress) {
        GenericExecuteSpec bound = Bindings.time(update, "runningAt", progress.map(Progress::since));
        bound = Bindings.time(bound, "movedAt", progress.map(Progress::movedAt));
        bound = Bindings.number(bound, "step", progress.map(Progress::steps).map(Steps::done));
        bound = Bindings.number(bound, "totalSteps", progress.map(Progress::steps).map(Steps::total));
        bound = Bindings.number(bound, "toldStep", progress.map(Progress::announced).map(Steps::done));
        bound = Bindings.number(bound, "toldTotal", progress.map(Progress::announced).map(Steps::total));
        return Bindings.time(bound, "toldAt", progress.map(Progress::announcedAt));
    }

    private static GenericExecuteSpec ended(GenericExecuteSpec update, TrainingColumns columns) {
        GenericExecuteSpec bound = Bindings.text(update, "failure", columns.failure());
        bound = Bindings.text(bound, "model", columns.success().map(Outcome.Succeeded::model));
        bound = Bindings.count(bound, "trainedMillis", columns.success().map(success -> success.trained().toMillis()));
        bound = Bindings.count(bound, "costMicros", columns.success().map(Outcome.Succeeded::costMicros));
        return Bindings.time(bound, "endedAt", columns.endedAt());
    }

    Mono<Void> tell(Person person, Training training, Optional<Effect.AnnounceProgress> progress, Instant now) {
        Optional<TrainingColumns> columns = columns(training);
        if (columns.isEmpty()) {
            return Mono.empty();
        }
        GenericExecuteSpec insert = of(person, database.sql("""
                INSERT INTO training_told (training_id, user_id, epoch, state, attempt, step, total_steps,
                                           estimated_end, failure, at)
                SELECT training_id, user_id, epoch, state, attempt,
                       CASE WHEN state = 'SUCCEEDED' THEN total_steps ELSE step END, total_steps, :estimatedEnd,
                       failure, :now
                FROM training
                WHERE training_id = :id AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).bind("id", training.id().value()).bind("now", now);
        return Bindings.time(insert, "estimatedEnd", progress.flatMap(Effect.AnnounceProgress::estimatedEnd)).then();
    }

    private static Optional<TrainingColumns> columns(Training training) {
        return switch (training) {
            case Training.Unheard _ -> Optional.empty();
            case Training.Live live -> Optional.of(TrainingColumns.of(live));
            case Training.Ended ended -> Optional.of(TrainingColumns.of(ended));
        };
    }

    private static GenericExecuteSpec of(Person person, GenericExecuteSpec spec) {
        return spec.bind("userId", person.userId().value()).bind("epoch", person.epoch().value());
    }
}
