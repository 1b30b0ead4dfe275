package dev.likeness.training.packaging;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.training.Moves;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class PackageHandler implements WorkHandler {

    private final Moves moves;
    private final Trainings trainings;
    private final ObjectStore store;

    PackageHandler(Moves moves, Trainings trainings, ObjectStore store) {
        this.moves = moves;
        this.trainings = trainings;
        this.store = store;
    }

    @Override
    public String kind() {
        return TrainingWork.PACKAGE.kind();
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        TrainingId id = TrainingWork.training(job);
        int attempt = TrainingWork.attempt(job);
        ObjectKey zip = ObjectKey.random(Bucket.TRAINING_ZIPS, job.person().space());
        return lease.commit(() -> moves.apply(job.person(), id, new Input.Pack(attempt, zip.name())))
                .flatMap(training -> training instanceof Training.Packaging packaging
                        && packaging.zip().equals(zip.name())
                                ? pack(job, lease, zip)
                                : WorkHandler.done())
                .onErrorResume(ObjectMissing.class, gone -> giveUp(job, lease, FailureReason.BAD_PHOTOS)
                        .then(WorkHandler.done()));
    }

    private Mono<Next> pack(Job job, Lease lease, ObjectKey zip) {
        TrainingId id = TrainingWork.training(job);
        var packed = new Input.Packed(TrainingWork.attempt(job), zip.name());
        return store.ensureBuckets(List.of(Bucket.TRAINING_ZIPS))
                .then(trainings.photos(job.person(), id))
                .flatMap(photos -> store.write(zip, "application/zip", new PhotoZip(store, photos)))
                .then(Mono.defer(() -> lease.commit(() -> moves.apply(job.person(), id, packed))))
                .flatMap(training -> training instanceof Training.Intended ? Mono.<Void>empty() : store.delete(zip))
                // A fresh start came in between, and its purge may have been here before the ZIP was.
                .onErrorResume(Lease.EpochOver.class, over -> store.delete(zip).then(Mono.error(over)))
                // Another worker packs into a ZIP of its own, and the clean-up may have been here before this one was.
                .onErrorResume(Lease.LeaseLost.class, lost -> store.delete(zip).then(Mono.error(lost)))
                .then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return giveUp(job, lease, FailureReason.INTERNAL);
    }

    private Mono<Void> giveUp(Job job, Lease lease, FailureReason reason) {
        var input = new Input.GiveUp(TrainingWork.attempt(job), reason);
        return lease.commit(() -> moves.apply(job.person(), TrainingWork.training(job), input)).then();
    }
}
