package dev.likeness.training.ending;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.Work;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.provider.TrainerUnavailable;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stops a training at the provider, and has it looked at then. */
@Component
class CancelHandler implements WorkHandler {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Trainer trainer;
    private final Trainings trainings;
    private final Work work;

    CancelHandler(Trainer trainer, Trainings trainings, Work work) {
        this.trainer = trainer;
        this.trainings = trainings;
        this.work = work;
    }

    @Override
    public String kind() {
        return TrainingWork.CANCEL.kind();
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
        String providerId = TrainingWork.detail(job);
        var id = TrainingWork.training(job);
        return trainer.cancel(providerId)
                .then(trainings.attempts(id))
                .flatMapMany(Flux::fromIterable)
                .filter(attempt -> attempt.providerId().filter(providerId::equals).isPresent())
                .concatMap(attempt -> lease.commit(() -> work.hasten(TrainingWork.POLL.kind(),
                        TrainingWork.POLL.key(id, attempt.number()))))
                .then(WorkHandler.done())
                // It costs money until it is stopped: not ever more slowly, as other work is tried again.
                .onErrorResume(TrainerUnavailable.class,
                        unavailable -> WorkHandler.again(unavailable.after().orElse(PAUSE)));
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("What costs money is stopped, however long it takes", cause));
    }
}
