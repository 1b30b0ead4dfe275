package dev.likeness.training.purging;

import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.Work;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import dev.likeness.training.Stray;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.Trainings.Attempt;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.run.TrainingId;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Objects first, so that nothing accepted late finds photos; then what runs at the provider; then
 * the rows.
 */
@Component
class TrainingHoldings implements Holdings {

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Trainings trainings;
    private final ObjectStore store;
    private final Trainer trainer;
    private final Work work;

    TrainingHoldings(DatabaseClient database, Transactions transactions, Trainings trainings, ObjectStore store,
            Trainer trainer, Work work) {
        this.database = database;
        this.transactions = transactions;
        this.trainings = trainings;
        this.store = store;
        this.trainer = trainer;
        this.work = work;
    }

    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        return store.deleteSpace(Bucket.TRAINING_ZIPS, old)
                .flatMap(zips -> stopAll(userId, current)
                        .then(transactions.run(() -> removeRows(userId, current)))
                        .map(rows -> Map.of("training-zips", zips, "trainings", rows)));
    }

    private Mono<Void> stopAll(UserId userId, Epoch current) {
        return database.sql("SELECT training_id FROM training WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .map(row -> new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(trainings::attempts)
                .concatMapIterable(attempts -> attempts)
                .concatMap(this::stop)
                .then();
    }

    private Mono<Void> stop(Attempt attempt) {
        Mono<Void> file = attempt.fileId().map(trainer::deleteFile).orElseGet(Mono::empty);
        return file.then(Mono.justOrEmpty(attempt.providerId()).flatMap(trainer::cancel))
                .then(attempt.settled() ? Mono.<Void>empty() : Mono.defer(() -> searchFor(attempt)));
    }

    /** Also for what is accepted only after this, or shown only after this. */
    private Mono<Void> searchFor(Attempt attempt) {
        return Mono.zip(Mono.justOrEmpty(attempt.zip()), Mono.justOrEmpty(attempt.intendedAt()))
                .flatMap(known -> {
                    var stray = new Stray(known.getT1(), attempt.fileId(), known.getT2());
                    return transactions.run(() -> work
                            .enqueue(TrainingWork.STRAY.item(attempt.person(), attempt.id(), stray.detail(),
                                    Duration.ZERO)));
                });
    }

    private Mono<Long> removeRows(UserId userId, Epoch current) {
        return database.sql("DELETE FROM training WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .fetch()
                .rowsUpdated();
    }
}
