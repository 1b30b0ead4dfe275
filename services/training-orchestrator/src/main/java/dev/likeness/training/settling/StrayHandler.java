package dev.likeness.training.settling;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.training.Stray;
import dev.likeness.training.TrainingWork;
import dev.likeness.training.Trainings;
import dev.likeness.training.provider.Marker;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.provider.TrainerUnavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Stops what was accepted for a training that is not ours to keep any more. */
@Component
class StrayHandler implements WorkHandler {

    private static final Logger log = LoggerFactory.getLogger(StrayHandler.class);

    private final Trainings trainings;
    private final Trainer trainer;
    private final SettleProperties properties;

    StrayHandler(Trainings trainings, Trainer trainer, SettleProperties properties) {
        this.trainings = trainings;
        this.trainer = trainer;
        this.properties = properties;
    }

    @Override
    public String kind() {
        return TrainingWork.STRAY.kind();
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
        Stray stray = Stray.of(job);
        Duration pause = properties.pause().multipliedBy(3);
        return trainings.now()
                .flatMap(now -> trainer.list(stray.intendedAt())
                        .flatMapIterable(listing -> listing.find(new Marker(stray.zip(), stray.fileId())))
                        .concatMap(providerId -> {
                            log.info("{} turned up after its training was let go of, and is stopped", providerId);
                            return trainer.cancel(providerId).thenReturn(providerId);
                        })
                        .hasElements()
                        .flatMap(found -> found || now.isAfter(job.createdAt().plus(properties.afterEnd()))
                                ? WorkHandler.done()
                                : WorkHandler.again(pause)))
                .onErrorResume(TrainerUnavailable.class,
                        unavailable -> WorkHandler.again(unavailable.after().orElse(pause)));
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("What may have been paid for is never given up", cause));
    }
}
