package dev.likeness.training.purging;

import dev.likeness.messaging.Transactions;
import dev.likeness.person.Epoch;
import dev.likeness.person.UserId;
import dev.likeness.training.RunProperties;
import dev.likeness.training.Trainings;
import dev.likeness.training.Trainings.Attempt;
import dev.likeness.training.provider.Listing;
import dev.likeness.training.provider.Marker;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.run.TrainingId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Stops at the provider whatever a person's older epochs have running there. Comes after the ZIPs
 * are gone, and fails as long as an attempt may still turn up: to be tried again later.
 */
@Component
class StopOlder {

    private final DatabaseClient database;
    private final Transactions transactions;
    private final Trainings trainings;
    private final Trainer trainer;
    private final RunProperties properties;

    StopOlder(DatabaseClient database, Transactions transactions, Trainings trainings, Trainer trainer,
            RunProperties properties) {
        this.database = database;
        this.transactions = transactions;
        this.trainings = trainings;
        this.trainer = trainer;
        this.properties = properties;
    }

    Mono<Void> handle(UserId userId, Epoch current) {
        return transactions.run(() -> zipsAreGone(userId, current))
                .then(older(userId, current).concatMap(trainings::attempts)
                        .concatMapIterable(attempts -> attempts)
                        .concatMap(this::stop)
                        .then());
    }

    private Mono<Void> zipsAreGone(UserId userId, Epoch current) {
        return database.sql("""
                UPDATE training_attempt SET zip_gone_at = clock_timestamp()
                WHERE user_id = :userId AND epoch < :epoch AND zip_gone_at IS NULL
                """).bind("userId", userId.value()).bind("epoch", current.value()).then();
    }

    private Flux<TrainingId> older(UserId userId, Epoch current) {
        return database.sql("SELECT training_id FROM training WHERE user_id = :userId AND epoch < :epoch")
                .bind("userId", userId.value())
                .bind("epoch", current.value())
                .map(row -> new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))))
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable);
    }

    private Mono<Void> stop(Attempt attempt) {
        Mono<Void> file = attempt.fileId().map(trainer::deleteFile).orElseGet(Mono::empty);
        return file.then(Mono.justOrEmpty(attempt.providerId())
                .flux()
                .switchIfEmpty(Flux.defer(() -> find(attempt)))
                .concatMap(trainer::cancel)
                .then());
    }

    private Flux<String> find(Attempt attempt) {
        if (attempt.settled() || attempt.zip().isEmpty() || attempt.intendedAt().isEmpty()) {
            return Flux.empty();
        }
        var marker = new Marker(attempt.zip().get(), attempt.fileId());
        return trainings.now()
                .flatMapMany(now -> trainer.list(attempt.intendedAt().get())
                        .flatMapMany(listing -> {
                            List<String> found = listing.find(marker);
                            return found.isEmpty() && !isVoid(attempt, listing, now)
                                    ? Flux.error(new IllegalStateException(
                                            "An attempt of training " + attempt.id() + " may still turn up"))
                                    : Flux.fromIterable(found);
                        }));
    }

    private boolean isVoid(Attempt attempt, Listing listing, Instant listedAt) {
        return listing.complete() && attempt.zipGoneAt()
                .map(gone -> !listedAt.isBefore(gone.plus(properties.settleGrace())))
                .orElse(false);
    }
}
