package dev.likeness.access.idempotency;

import dev.likeness.access.Uninterrupted;
import dev.likeness.access.idempotency.key.Answer;
import dev.likeness.access.idempotency.key.BodyHash;
import dev.likeness.access.idempotency.key.Claim;
import dev.likeness.access.idempotency.key.KeyDecision;
import dev.likeness.access.idempotency.key.KeyId;
import dev.likeness.access.idempotency.key.KeyRules;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Answers a repeated request like the first one, without doing its work again. */
public final class Idempotency {

    private static final int CLAIMS = 3;

    private final IdempotencyKeys keys;
    private final IdempotencyProperties properties;
    private final JsonMapper json;
    private final JsonMapper canonical;

    Idempotency(IdempotencyKeys keys, IdempotencyProperties properties, JsonMapper json) {
        this.keys = keys;
        this.properties = properties;
        this.json = json;
        this.canonical = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    /**
     * Runs the work, or gives the answer of an earlier attempt: a 422 problem for another body, a 409
     * while the first attempt runs, a 400 for a malformed key. Work that fails gives its key back.
     * Status, body and {@code Location} are kept. It goes on when the client hangs up. Not to be called
     * inside a transaction: others must see the claim at once.
     *
     * @param answer the class of the body, to read a kept one
     * @param work gets the id to give to what it makes; it may run a second time with the same id,
     * after a crash, and must find what the first run made instead of making it again
     */
    public <T> Mono<ResponseEntity<T>> once(Attempt attempt, Class<T> answer,
            Function<UUID, Mono<ResponseEntity<T>>> work) {
        String key = attempt.key();
        if (key == null) {
            return Uninterrupted.of(Mono.defer(() -> work.apply(UUID.randomUUID())));
        }
        KeyId id;
        try {
            id = new KeyId(attempt.caller().userId(), attempt.route(), key);
        } catch (IllegalArgumentException otherForm) {
            return Mono.error(KeyProblems.badKey(String.valueOf(otherForm.getMessage())));
        }
        BodyHash body = hash(attempt.body());
        Function<Claim, Mono<ResponseEntity<T>>> claimed = claim -> execute(id, claim,
                Mono.defer(() -> work.apply(KeyRules.workId(id, body))));
        return Uninterrupted.of(begin(id, body, answer, claimed, CLAIMS));
    }

    /**
     * Removes answers older than {@code likeness.access.idempotency.keep}; to be called now and then.
     */
    public Mono<Long> removeExpired() {
        return keys.removeOlderThan(properties.keep());
    }

    private <T> Mono<ResponseEntity<T>> begin(KeyId id, BodyHash body, Class<T> answer,
            Function<Claim, Mono<ResponseEntity<T>>> claimed, int claimsLeft) {
        if (claimsLeft == 0) {
            return Mono.error(KeyProblems.stillRunning(Duration.ZERO));
        }
        Mono<ResponseEntity<T>> repeated = Mono.defer(() -> keys.find(id))
                .map(stored -> KeyRules.decide(stored, body, properties.takeOver()))
                .flatMap(decision -> switch (decision) {
                    // Given up between our claim and our look.
                    case KeyDecision.Begin() -> begin(id, body, answer, claimed, claimsLeft - 1);
                    case KeyDecision.TakeOver(var abandoned) -> keys.takeOver(id, abandoned)
                            .flatMap(claimed)
                            .switchIfEmpty(Mono.error(() -> KeyProblems.stillRunning(properties.takeOver())));
                    case KeyDecision.Replay(var first) -> Mono.fromCallable(() -> replayed(first, answer));
                    case KeyDecision.OtherBody() -> Mono.error(KeyProblems.otherBody());
                    case KeyDecision.StillRunning(var retryIn) -> Mono.error(KeyProblems.stillRunning(retryIn));
                });
        return keys.claim(id, body).flatMap(claimed).switchIfEmpty(repeated);
    }

    private <T> Mono<ResponseEntity<T>> execute(KeyId id, Claim claim, Mono<ResponseEntity<T>> work) {
        return work
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The work gave no answer")))
                .flatMap(response -> keys.finish(id, claim, kept(response)).thenReturn(response))
                .onErrorResume(failure -> keys.release(id, claim)
                        .onErrorComplete()
                        .then(Mono.error(failure)));
    }

    private Answer kept(ResponseEntity<?> response) {
        Optional<String> location = Optional.ofNullable(response.getHeaders().getLocation()).map(URI::toString);
        return new Answer(response.getStatusCode().value(), location, json.writeValueAsString(response.getBody()));
    }

    private <T> ResponseEntity<T> replayed(Answer first, Class<T> answer) {
        var response = ResponseEntity.status(first.status());
        first.location().map(URI::create).ifPresent(response::location);
        return response.body(json.readValue(first.json(), answer));
    }

    private BodyHash hash(Object body) {
        return BodyHash.of(body instanceof byte[] raw ? raw : canonical.writeValueAsBytes(body));
    }
}
