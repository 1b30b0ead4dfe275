package dev.likeness.generation.previews;

import dev.likeness.generation.MoveShoot;
import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.ObjectStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes a shoot's previews when their time is over, saved ones too, and the shoot unless
 * something was saved.
 */
@Component
class PreviewsEnd implements WorkHandler {

    private final Previews previews;
    private final ObjectStore objects;

    PreviewsEnd(Previews previews, ObjectStore objects) {
        this.previews = previews;
        this.objects = objects;
    }

    @Override
    public String kind() {
        return MoveShoot.PREVIEWS_END;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        UUID shoot = UUID.fromString(job.key());
        return previews.objectsOfShoot(job.person(), shoot)
                .flatMap(keys -> Flux.fromIterable(keys).concatMap(objects::delete).then())
                .then(lease.commit(() -> previews.endShoot(job.person(), shoot)))
                .then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A removal is never given up", cause));
    }
}
