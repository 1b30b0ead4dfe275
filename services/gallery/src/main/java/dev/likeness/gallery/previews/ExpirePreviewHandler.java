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

/**
 * Removes a preview whose time is over, also one in the trash; its object belongs to generation,
 * which hears of it.
 */
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
        return switch (portrait) {
            case Portrait.Preview preview -> again(preview);
            case Portrait.Trashed(Portrait.Preview preview, _, _) -> again(preview);
            case Portrait.Unknown _,Portrait.Saved _,Portrait.Trashed _,Portrait.Deleted _ -> WorkHandler.done();
        };
    }

    private Mono<Next> again(Portrait.Preview preview) {
        return WorkHandler
                .again(Duration.between(clock.instant(), preview.details().times().removeAt()).plusMillis(100));
    }
}
