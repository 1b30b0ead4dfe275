package dev.likeness.generation.previews;

import dev.likeness.access.idempotency.IdempotencyKeys;
import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.Transactions;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What this service holds of a person: models, shoots with their prompts, previews, answers to
 * repeated requests.
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
        Mono<Map<String, Long>> rows = transactions.run(() -> previews.removeShootsOlderThan(userId, current)
                .flatMap(shoots -> previews.removeModelsOlderThan(userId, current)
                        .flatMap(models -> keys.forget(userId)
                                .map(_ -> Map.of("generations", shoots, "models", models)))));
        return rows.flatMap(counts -> objects.deleteSpace(Bucket.PREVIEWS, old)
                .map(removed -> Map.of("generations", counts.getOrDefault("generations", 0L), "models",
                        counts.getOrDefault("models", 0L), "previews", removed)));
    }
}
