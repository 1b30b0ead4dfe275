package dev.likeness.training.settling;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.training.Moves;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.Trainings.Attempt;
import dev.likeness.training.provider.Listing;
import dev.likeness.training.provider.Marker;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.provider.TrainerRefused;
import dev.likeness.training.provider.TrainerUnavailable;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.Training.Ended;
import dev.likeness.training.run.Training.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks for the attempt among the provider's trainings, until it is found or can't be there any
 * more.
 */
@Component
class SettleHandler implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(SettleHandler.class);

    private final Moves moves;
    private final Trainings trainings;
    private final Trainer trainer;
    private final ObjectStore store;
    private final SettleProperties properties;

    SettleHandler(Moves moves, Trainings trainings, Trainer trainer, ObjectStore store, SettleProperties properties) {
        this.moves = moves;
        this.trainings = trainings;
        this.trainer = trainer;
        this.store = store;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return TrainingWork.SETTLE.kind();
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        int number = TrainingWork.attempt(job);
        return trainings.attempts(TrainingWork.training(job))
                .flatMap(attempts -> Mono.justOrEmpty(attempts.stream()
                        .filter(attempt -> attempt.number() == number && !attempt.settled())
                        .findFirst()))
                .flatMap(attempt -> trainings.read(job.person(), attempt.id())
                        .filter(training -> concerns(training, number))
                        .flatMap(training -> settle(training, attempt, job, lease)))
                .switchIfEmpty(WorkHandler.done());
    }

    private static boolean concerns(Training training, int attempt) {
        return training instanceof Unknown unknown && unknown.attempt() == attempt
                || training instanceof Ended ended && ended.attempt() == attempt;
    }

    private Mono<Next> settle(Training training, Attempt attempt, Job job, Lease lease) {
        return trainings.now()
                .flatMap(now -> trainer.list(attempt.intendedAt().orElse(now))
                        .flatMap(listing -> listed(training, attempt, listing, now, job, lease)))
                .onErrorResume(SettleHandler::later, failure -> {
                    log.warn("Training {} stays unsettled", training.id(), failure);
                    Mono<Void> noted = TrainerUnavailable.isUnreached(failure)
                            ? lease.commit(() -> trainings.unreachable(job.person(), training.id()))
                            : Mono.empty();
                    return noted.then(WorkHandler.again(properties.pause()));
                });
    }

    private static boolean later(Throwable failure) {
        return failure instanceof TrainerUnavailable || failure instanceof TrainerRefused;
    }

    private Mono<Next> listed(Training training, Attempt attempt, Listing listing, Instant listedAt, Job job,
            Lease lease) {
        List<String> found = listing.find(new Marker(attempt.zip().orElseThrow(), attempt.fileId()));
        if (found.isEmpty()) {
            return notListed(attempt, listing, listedAt, job, lease);
        }
        log.info("Training {} was accepted after all", training.id());
        // The first one is the training; whatever else one call has become is stopped by the same rule as any stray.
        return Flux.fromIterable(found)
                .concatMap(providerId -> commit(job, lease, new Input.Accepted(attempt.number(), providerId)))
                .then(WorkHandler.done());
    }

    private Mono<Next> notListed(Attempt attempt, Listing listing, Instant listedAt, Job job,
            Lease lease) {
        return commit(job, lease, new Input.NotListed(attempt.number(), listedAt, listing.complete()))
                .flatMap(next -> concerns(next, attempt.number())
                        ? removeZip(next, attempt, listedAt, job, lease).then(
                                goesOn(next, listedAt) ? WorkHandler.again(pause(next)) : WorkHandler.done())
                        : WorkHandler.done());
    }

    /** As long as money is held for it, and some time longer: one that turns up is stopped. */
    private boolean goesOn(Training training, Instant listedAt) {
        return switch (training) {
            case Ended ended -> ended.settlement() instanceof Settlement.Open
                    || listedAt.isBefore(ended.at().plus(properties.afterEnd()));
            case Training.Live _,Training.Unheard _ -> true;
        };
    }

    private Duration pause(Training training) {
        return training instanceof Ended ? properties.pause().multipliedBy(3) : properties.pause();
    }

    private Mono<Void> removeZip(Training training, Attempt attempt, Instant now, Job job, Lease lease) {
        boolean due = switch (training) {
            case Unknown unknown -> unknown.zipGoneAt().isEmpty()
                    && !now.isBefore(unknown.intendedAt().plus(properties.keepZip()));
            case Ended ended -> ended.settlement() instanceof Settlement.Open(var goneAt) && goneAt.isEmpty();
            case Training.Live _,Training.Unheard _ -> false;
        };
        if (!due) {
            return Mono.empty();
        }
        Mono<Void> file = attempt.fileId().map(trainer::deleteFile).orElseGet(Mono::empty);
        return store.delete(ObjectKey.in(Bucket.TRAINING_ZIPS, attempt.zip().orElseThrow()))
                .then(file)
                .then(Mono.defer(() -> commit(job, lease, new Input.ZipGone(attempt.number()))))
                .then();
    }

    private Mono<Training> commit(Job job, Lease lease, Input input) {
        return lease.commit(() -> moves.apply(job.person(), TrainingWork.training(job), input));
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("What may have been paid for is never given up", cause));
    }
}
