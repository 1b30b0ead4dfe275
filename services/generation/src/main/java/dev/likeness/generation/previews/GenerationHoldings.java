package dev.likeness.generation.previews;

import dev.likeness.access.idempotency.IdempotencyKeys;
import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.Transactions;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What this service holds of a person: models, shoots with their prompts, previews, what their face
 * looks like with the key to it, answers to repeated requests.
 */
@Component
class GenerationHoldings implements Holdings {

    private final Previews previews;
    private final ObjectStore objects;
    private final IdempotencyKeys keys;
    private final Transactions transactions;

    GenerationHoldings(Previews previews, ObjectStore objects, IdempotencyKeys keys, Transactions transactions) {
        this.previews = previews;
        this.objects = objects;
        this.keys = keys;
        this.transactions = transactions;
    }

    @Override
    public Mono<Map<String, Long>> removeOlder(UserId userId, Epoch current, Space old) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Mono<Long> rows = transactions.run(() -> previews.removeShootsOlderThan(userId, current)
                .doOnNext(gone -> counts.put("generations", gone))
                .then(previews.removeModelsOlderThan(userId, current))
                .doOnNext(gone -> counts.put("models", gone))
                .then(previews.removeFaceVectorsOlderThan(userId, current))
                .doOnNext(gone -> counts.put("faceVectors", gone))
                .flatMap(gone -> keys.forget(userId).thenReturn(gone)));
        return rows.then(objects.deleteSpace(Bucket.PREVIEWS, old))
                .doOnNext(gone -> counts.put("previews", gone))
                .thenReturn(counts);
    }
}
