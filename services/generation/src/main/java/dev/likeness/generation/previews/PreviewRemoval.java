package dev.likeness.generation.previews;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.messaging.WorkHandler;
import dev.likeness.objects.ObjectStore;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Removes one preview: the object first, so that a crash in between leaves a row and not an orphan.
 */
@Component
class PreviewRemoval implements WorkHandler {

    static final String KIND = "preview-removal";

    private final Previews previews;
    private final ObjectStore objects;

    PreviewRemoval(Previews previews, ObjectStore objects) {
        this.previews = previews;
        this.objects = objects;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int maxAttempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Mono<Next> run(Job job, Lease lease) {
        UUID portraitId = UUID.fromString(job.key());
        return previews.object(job.person(), portraitId)
                .flatMap(objects::delete)
                .then(lease.commit(() -> previews.remove(job.person(), portraitId)))
                .then(WorkHandler.done());
    }

    @Override
    public Mono<Void> exhausted(Job job, Lease lease, Throwable cause) {
        return Mono.error(new IllegalStateException("A removal is never given up", cause));
    }
}
