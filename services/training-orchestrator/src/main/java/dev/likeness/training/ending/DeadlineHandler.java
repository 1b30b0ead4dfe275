package dev.likeness.training.ending;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.training.Moves;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Training;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks at a training when its time is up, and again until it has ended. */
@Component
class DeadlineHandler implements WorkHandler {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Moves moves;

    DeadlineHandler(Moves moves) {
        this.moves = moves;
    }

    @Override
    public String kind() {
        return TrainingWork.DEADLINE.kind();
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return lease.commit(() -> moves.apply(job.person(), TrainingWork.training(job), new Input.Deadline()))
                .flatMap(training -> training instanceof Training.Live
                        ? WorkHandler.again(PAUSE)
                        : WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A deadline is never given up", cause));
    }
}
