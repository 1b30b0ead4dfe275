package dev.likeness.training.submitting;

import dev.likeness.messaging.Job;
import dev.likeness.messaging.Lease;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.training.Moves;
import dev.likeness.training.provider.Trainer;
import dev.likeness.training.run.Input;
import dev.likeness.training.run.Training.Intended;
import java.net.URI;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the ZIP readable for the provider. The address is made anew for each call and kept nowhere:
 * it is a secret.
 */
@Component
class DeliverZip {

    private final ObjectStore store;
    private final Trainer trainer;
    private final Moves moves;
    private final ZipProperties properties;

    DeliverZip(ObjectStore store, Trainer trainer, Moves moves, ZipProperties properties) {
        this.store = store;
        this.trainer = trainer;
        this.moves = moves;
        this.properties = properties;
    }

    Mono<URI> handle(Intended intended, Job job, Lease lease) {
        ObjectKey zip = ObjectKey.in(Bucket.TRAINING_ZIPS, intended.ready().zip());
        return switch (properties.zipDelivery()) {
            case PRESIGNED_URL -> store.presignGet(zip, properties.zipValidity());
            case PROVIDER_FILE -> Mono.justOrEmpty(intended.ready().file())
                    .switchIfEmpty(Mono.defer(() -> upload(zip, intended, job, lease)))
                    .map(trainer::file);
        };
    }

    private Mono<String> upload(ObjectKey zip, Intended intended, Job job, Lease lease) {
        return trainer.upload(store.get(zip)).flatMap(fileId -> {
            var delivered = new Input.Delivered(intended.attempt(), fileId);
            return lease.commit(() -> moves.apply(job.person(), intended.id(), delivered))
                    .onErrorResume(lost -> trainer.deleteFile(fileId).then(Mono.error(lost)))
                    .thenReturn(fileId);
        });
    }
}
