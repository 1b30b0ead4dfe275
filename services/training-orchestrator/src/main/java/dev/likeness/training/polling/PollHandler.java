package dev.likeness.training.polling;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.training.Moves;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.provider.TrainerRefused;
import dev.likeness.training.provider.TrainerUnavailable;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Training.AtProvider;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class PollHandler implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(PollHandler.class);

    private final Moves moves;
    private final Trainings trainings;
    private final Trainer trainer;
    private final Crowd crowd;
    private final PollPace pace;

    PollHandler(Moves moves, Trainings trainings, Trainer trainer, Crowd crowd, PollProperties properties) {
        this.moves = moves;
        this.trainings = trainings;
        this.trainer = trainer;
        this.crowd = crowd;
        this.pace = new PollPace(properties);
    }

    @Override
    public String kind() {
        return TrainingWork.POLL.kind();
    }

    @Override
    public int concurrency() {
        return 16;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        int attempt = TrainingWork.attempt(job);
        return trainings.read(job.person(), TrainingWork.training(job))
                .ofType(AtProvider.class)
                .filter(training -> training.attempt() == attempt)
                .flatMap(training -> look(training, job, lease))
                .switchIfEmpty(WorkHandler.done());
    }

    private Mono<Next> look(AtProvider training, Job job, Lease lease) {
        return trainer.look(job.person(), training.providerId())
                .flatMap(seen -> lease.commit(() -> trainings.heard(job.person(), training.id())
                        .then(moves.apply(job.person(), training.id(),
                                new Input.Observed(training.providerId(), seen)))))
                .ofType(AtProvider.class)
                .flatMap(next -> trainings.now()
                        .zipWith(crowd.size())
                        .flatMap(seen -> WorkHandler.again(pace.next(next, seen.getT1(), seen.getT2()))))
                .onErrorResume(PollHandler::later, failure -> {
                    log.warn("Training {} was not heard from", training.id(), failure);
                    Mono<Void> noted = TrainerUnavailable.isUnreached(failure)
                            ? lease.commit(() -> trainings.unreachable(job.person(), training.id()))
                            : Mono.empty();
                    return noted.then(crowd.size())
                            .flatMap(size -> WorkHandler.again(pace.afterFailure(asked(failure), size)));
                })
                .switchIfEmpty(WorkHandler.done());
    }

    private static Optional<Duration> asked(Throwable failure) {
        return failure instanceof TrainerUnavailable unavailable ? unavailable.after() : Optional.empty();
    }

    // Refused too: what runs is looked after again as soon as, say, the token is right.
    private static boolean later(Throwable failure) {
        return failure instanceof TrainerUnavailable || failure instanceof TrainerRefused;
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A training is looked after until it ends", cause));
    }
}
