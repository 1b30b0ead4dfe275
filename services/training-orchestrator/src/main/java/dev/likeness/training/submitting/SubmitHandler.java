package dev.likeness.training.submitting;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.person.TriggerWord;
import dev.likeness.training.Moves;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.provider.Order;
import dev.likeness.training.provider.Submission;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.provider.TrainerRefused;
import dev.likeness.training.provider.TrainerUnavailable;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.Training.Intended;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The order that matters: commit that the provider is called, call it, commit what it answered. */
@Component
class SubmitHandler implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(SubmitHandler.class);
    private static final Duration UNAVAILABLE = Duration.ofSeconds(10);

    private final Moves moves;
    private final Trainings trainings;
    private final Trainer trainer;
    private final DeliverZip deliverZip;

    SubmitHandler(Moves moves, Trainings trainings, Trainer trainer, DeliverZip deliverZip) {
        this.moves = moves;
        this.trainings = trainings;
        this.trainer = trainer;
        this.deliverZip = deliverZip;
    }

    @Override
    public String kind() {
        return TrainingWork.SUBMIT.kind();
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        int attempt = TrainingWork.attempt(job);
        return trainings.read(job.person(), TrainingWork.training(job))
                .ofType(Intended.class)
                .filter(intended -> intended.attempt() == attempt)
                .flatMap(intended -> intended.calling()
                        // Whoever ran this before may have called: it died, or lost its answer.
                        ? commit(job, lease, new Input.AnswerLost(attempt)).then(WorkHandler.done())
                        : permitted(intended, job, lease))
                .switchIfEmpty(WorkHandler.done());
    }

    private Mono<Next> permitted(Intended intended, Job job, Lease lease) {
        return Causation.current()
                .flatMap(causation -> causation.maySpend()
                        ? submit(intended, job, lease)
                        : commit(job, lease, new Input.GiveUp(intended.attempt(), FailureReason.NOT_PERMITTED))
                                .then(WorkHandler.done()));
    }

    private Mono<Next> submit(Intended intended, Job job, Lease lease) {
        Plan plan = intended.plan();
        return trainer.read(plan.recipe())
                .flatMap(input -> trainer.ensureDestination(job.person())
                        .flatMap(destination -> lease
                                .commit(() -> trainings.withoutInput(job.person(), plan.id(), input.without()))
                                .then(deliverZip.handle(intended, job, lease))
                                .map(images -> new Order(plan.recipe(), input,
                                        TriggerWord.of(plan.person().userId()), images, destination))))
                .flatMap(order -> call(order, job, lease))
                .onErrorResume(TrainerRefused.class, refused -> {
                    log.error("Training {} can't be submitted", plan.id(), refused);
                    return commit(job, lease, new Input.Refused(intended.attempt(), refused.reason()))
                            .then(WorkHandler.done());
                })
                .onErrorResume(TrainerUnavailable.class, unavailable -> {
                    log.warn("Training {} waits", plan.id(), unavailable);
                    Mono<Void> noted = TrainerUnavailable.isUnreached(unavailable)
                            ? lease.commit(() -> trainings.unreachable(job.person(), plan.id()))
                            : Mono.empty();
                    return noted.then(WorkHandler.again(unavailable.after().orElse(UNAVAILABLE)));
                });
    }

    private Mono<Next> call(Order order, Job job, Lease lease) {
        int attempt = TrainingWork.attempt(job);
        return commit(job, lease, new Input.Call(attempt))
                .ofType(Intended.class)
                .filter(intended -> intended.attempt() == attempt && intended.calling())
                .flatMap(calling -> trainer.submit(order)
                        .flatMap(submission -> answered(calling, submission, job, lease)))
                .switchIfEmpty(WorkHandler.done());
    }

    private Mono<Next> answered(Intended calling, Submission submission, Job job, Lease lease) {
        int attempt = calling.attempt();
        return switch (submission) {
            case Submission.Accepted(var providerId) -> lease
                    .commit(() -> trainings.heard(job.person(), TrainingWork.training(job))
                            .then(moves.apply(job.person(), TrainingWork.training(job),
                                    new Input.Accepted(attempt, providerId))))
                    // Lost leases are settled by whoever has it now; after a fresh start nobody is left to do that.
                    .onErrorResume(Lease.EpochOver.class,
                            over -> trainer.cancel(providerId).then(Mono.error(over)))
                    .then(WorkHandler.done());
            case Submission.NotAccepted(var after) ->
                commit(job, lease, new Input.NotAccepted(attempt, calling.calls())).then(WorkHandler.again(after));
            case Submission.Refused(var reason) ->
                commit(job, lease, new Input.Refused(attempt, reason)).then(WorkHandler.done());
            case Submission.Lost() -> commit(job, lease, new Input.AnswerLost(attempt)).then(WorkHandler.done());
        };
    }

    private Mono<Training> commit(Job job, Lease lease, Input input) {
        return lease.commit(() -> moves.apply(job.person(), TrainingWork.training(job), input));
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return commit(job, lease, new Input.GiveUp(TrainingWork.attempt(job), FailureReason.INTERNAL)).then();
    }
}
