package dev.likeness.generation.painting;

import dev.likeness.generation.Filed;
import dev.likeness.generation.MoveShoot;
import dev.likeness.generation.Settings;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.provider.Painter.Throttled;
import dev.likeness.generation.shoot.Input;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.Take;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Does whatever is next for one take, as the database says it stands. */
@Component
class TakeWork implements WorkHandler {

    private final Shoots shoots;
    private final MoveShoot moveShoot;
    private final SubmitTake submit;
    private final DevelopTake develop;
    private final Settings settings;
    private final Clock clock;

    TakeWork(Shoots shoots, MoveShoot moveShoot, SubmitTake submit, DevelopTake develop, Settings settings,
            Clock clock) {
        this.shoots = shoots;
        this.moveShoot = moveShoot;
        this.submit = submit;
        this.develop = develop;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return MoveShoot.TAKE;
    }

    @Override
    public int concurrency() {
        return settings.shoot().concurrency();
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        TakeKey key = TakeKey.parse(job.key());
        return shoots.find(job.person(), key.shoot())
                .flatMap(filed -> step(filed, key, job, lease))
                .switchIfEmpty(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        TakeKey key = TakeKey.parse(job.key());
        return shoots.find(job.person(), key.shoot())
                .flatMap(filed -> filed.shoot().take(key.take()).map(develop::discard).orElse(Mono.empty()))
                .then(lease.commit(() -> moveShoot.handle(job.person(), key.shoot(), new Input.GivenUp(key.take()))))
                .then();
    }

    private Mono<Next> step(Filed filed, TakeKey key, Job job, Lease lease) {
        Instant now = clock.instant();
        boolean overdue = now.isAfter(filed.commission().requestedAt().plus(settings.shoot().patience()));
        boolean canceled = filed.shoot() instanceof Shoot.Open open && open.canceled();
        Sitting sitting = new Sitting(job.person(), filed.commission(), key.take(), lease, now, overdue, canceled);
        return filed.shoot()
                .take(key.take())
                .filter(_ -> filed.shoot() instanceof Shoot.Open)
                .map(take -> step(sitting, take))
                .orElseGet(WorkHandler::done);
    }

    private Mono<Next> step(Sitting sitting, Take take) {
        Mono<Next> next = switch (take) {
            case Take.Planned planned -> sitting.overdue() ? giveUp(sitting) : submit.attempt(sitting, planned);
            case Take.Intended _ -> submit.lost(sitting);
            case Take.Unsettled unsettled -> submit.settle(sitting, unsettled);
            case Take.Submitted submitted -> develop.look(sitting, submitted);
            case Take.Copying copying -> develop.copyAgain(sitting, copying);
            case Take.Delivered _,Take.Missed _ -> WorkHandler.done();
        };
        return next.onErrorResume(Throttled.class,
                throttled -> sitting.overdue() ? giveUp(sitting) : again(throttled.after()));
    }

    private Mono<Next> giveUp(Sitting sitting) {
        return sitting.lease()
                .commit(() -> moveShoot.handle(sitting.person(), sitting.shoot(), new Input.GivenUp(sitting.take())))
                .then(WorkHandler.done());
    }

    private static Mono<Next> again(Duration delay) {
        return WorkHandler.again(delay);
    }
}
