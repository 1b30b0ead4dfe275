package dev.likeness.training.ending;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.run.TrainingId;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Deletes what was packed for a training, at once and once more when no worker can still be writing
 * it.
 */
@Component
class CleanUpHandler implements WorkHandler {

    private static final Duration LATE_WRITES = Duration.ofMinutes(2);

    private final ObjectStore store;
    private final Trainings trainings;
    private final Trainer trainer;

    CleanUpHandler(ObjectStore store, Trainings trainings, Trainer trainer) {
        this.store = store;
        this.trainings = trainings;
        this.trainer = trainer;
    }

    @Override
    public String kind() {
        return TrainingWork.CLEAN_UP.kind();
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean outlivesEpoch() {
        return true;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        TrainingId id = TrainingWork.training(job);
        Mono<Void> zips = trainings.zips(id)
                .flatMapMany(Flux::fromIterable)
                .concatMap(name -> store.delete(ObjectKey.in(Bucket.TRAINING_ZIPS, name)))
                .then();
        Mono<Void> files = trainings.attempts(id)
                .flatMapMany(Flux::fromIterable)
                .flatMap(attempt -> Mono.justOrEmpty(attempt.fileId()))
                .concatMap(trainer::deleteFile)
                .then();
        return zips.then(files)
                .then(trainings.now())
                .flatMap(now -> now.isBefore(job.createdAt().plus(LATE_WRITES))
                        ? WorkHandler.again(LATE_WRITES)
                        : WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("Photos are deleted, however long it takes", cause));
    }
}
