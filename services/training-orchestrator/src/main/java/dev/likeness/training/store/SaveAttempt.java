package dev.likeness.training.store;

import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Training;
import java.time.Instant;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes attempts, under the same condition as trainings. */
@Component
class SaveAttempt {

    private final DatabaseClient database;

    SaveAttempt(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> save(Plan plan, AttemptColumns attempt) {
        GenericExecuteSpec upsert = of(plan, database.sql("""
                INSERT INTO training_attempt AS a (training_id, attempt, user_id, epoch, state, zip, file_id, calls,
                                                   calling, intended_at, zip_gone_at, provider_id)
                SELECT :id, :attempt, user_id, epoch, :state, :zip, :fileId, :calls, :calling, :intendedAt,
                       :zipGoneAt, :providerId
                FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT (training_id, attempt) DO UPDATE SET state = excluded.state,
                    zip = COALESCE(excluded.zip, a.zip), file_id = COALESCE(excluded.file_id, a.file_id),
                    calls = GREATEST(excluded.calls, a.calls), calling = excluded.calling,
                    intended_at = COALESCE(excluded.intended_at, a.intended_at),
                    zip_gone_at = COALESCE(excluded.zip_gone_at, a.zip_gone_at),
                    provider_id = COALESCE(excluded.provider_id, a.provider_id)
                """))
                .bind("attempt", attempt.number())
                .bind("state", attempt.state().name())
                .bind("calls", attempt.calls())
                .bind("calling", attempt.calling());
        upsert = Bindings.text(upsert, "zip", attempt.zip());
        upsert = Bindings.text(upsert, "fileId", attempt.file());
        upsert = Bindings.time(upsert, "intendedAt", attempt.intendedAt());
        upsert = Bindings.time(upsert, "zipGoneAt", attempt.zipGoneAt());
        upsert = Bindings.text(upsert, "providerId", attempt.providerId());
        return upsert.then().then(attempt.zip().map(zip -> keep(plan, zip)).orElseGet(Mono::empty));
    }

    private Mono<Void> keep(Plan plan, String zip) {
        return of(plan, database.sql("""
                INSERT INTO training_zip (name, training_id, user_id, epoch)
                SELECT :zip, :id, user_id, epoch FROM person_epoch WHERE user_id = :userId AND epoch = :epoch
                ON CONFLICT (name) DO NOTHING
                """)).bind("zip", zip).then();
    }

    /** What came out about the last attempt since the training ended. */
    Mono<Void> end(Training.Ended ended) {
        Optional<Instant> zipGoneAt = ended.settlement() instanceof Settlement.Open(var gone) ? gone : Optional.empty();
        GenericExecuteSpec update = of(ended.plan(), database.sql("""
                UPDATE training_attempt SET zip_gone_at = COALESCE(:zipGoneAt, zip_gone_at),
                       provider_id = COALESCE(:providerId, provider_id)
                WHERE training_id = :id AND attempt = :attempt AND user_id = :userId AND epoch = :epoch
                  AND epoch = (SELECT epoch FROM person_epoch WHERE user_id = :userId)
                """)).bind("attempt", ended.attempt());
        update = Bindings.time(update, "zipGoneAt", zipGoneAt);
        return Bindings.text(update, "providerId", ended.providerId()).then();
    }

    private static GenericExecuteSpec of(Plan plan, GenericExecuteSpec spec) {
        return spec.bind("id", plan.id().value())
                .bind("userId", plan.person().userId().value())
                .bind("epoch", plan.person().epoch().value());
    }
}
