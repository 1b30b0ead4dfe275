package dev.likeness.gallery.deleting;

import dev.likeness.gallery.GalleryWork;
import dev.likeness.gallery.PortraitMoves;
import dev.likeness.gallery.portrait.Input;
import dev.likeness.gallery.portrait.Portrait;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Deletes a portrait whose time in the trash is over. */
@Component
class EmptyTrashHandler implements WorkHandler {

    private final PortraitMoves moves;
    private final Clock clock;

    EmptyTrashHandler(PortraitMoves moves, Clock clock) {
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return GalleryWork.EMPTY_TRASH;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        return lease.commit(() -> moves.move(job.person(), GalleryWork.emptied(job.key()), new Input.Expire()))
                .flatMap(portrait -> next(job, portrait));
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("An emptying is never given up", cause));
    }

    /**
     * Work is due by the database's clock, which may be ahead of ours. One that was brought back and
     * thrown away again has work of its own.
     */
    private Mono<Next> next(Job job, Portrait portrait) {
        return portrait instanceof Portrait.Trashed(_, var trashedAt, var until)
                && GalleryWork.emptyingKey(portrait.id(), trashedAt).equals(job.key())
                        ? WorkHandler.again(Duration.between(clock.instant(), until).plusMillis(100))
                        : WorkHandler.done();
    }
}
