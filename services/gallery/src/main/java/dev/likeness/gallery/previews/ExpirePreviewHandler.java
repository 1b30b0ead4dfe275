package dev.likeness.gallery.previews;

import dev.likeness.gallery.GalleryWork;
import dev.likeness.gallery.PortraitMoves;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.gallery.portrait.PortraitId;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Removes a preview whose time is over; its object belongs to generation, which hears of it. */
@Component
class ExpirePreviewHandler implements WorkHandler {

    private final PortraitMoves moves;
    private final Clock clock;

    ExpirePreviewHandler(PortraitMoves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return GalleryWork.EXPIRE_PREVIEW;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return lease.commit(() -> moves.move(job.person(), new PortraitId(job.key()), new Input.Expire()))
                .flatMap(this::next);
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("An expiry is never given up", cause));
    }

    /** Work is due by the database's clock, which may be ahead of ours. */
    private Mono<Next> next(Portrait portrait) {
        return portrait instanceof Portrait.Preview(_, var details)
                ? WorkHandler.again(Duration.between(clock.instant(), details.times().removeAt()).plusMillis(100))
                : WorkHandler.done();
    }
}
