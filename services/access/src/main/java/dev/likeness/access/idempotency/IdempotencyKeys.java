package dev.likeness.access.idempotency;

import dev.likeness.access.idempotency.key.Answer;
import dev.likeness.access.idempotency.key.BodyHash;
import dev.likeness.access.idempotency.key.Claim;
import dev.likeness.access.idempotency.key.KeyId;
import dev.likeness.access.idempotency.key.StoredKey;
import dev.likeness.person.UserId;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What is stored of keys. Each call is committed on its own, outside of the work's transaction. */
public interface IdempotencyKeys {

    /** Claims a key that nobody has; empty if somebody has it. */
    Mono<Claim> claim(KeyId id, BodyHash body);

    /** What is known of the key; {@link StoredKey.Absent} if nothing. */
    Mono<StoredKey> find(KeyId id);

    /** Replaces an abandoned claim; empty if somebody else was faster. */
    Mono<Claim> takeOver(KeyId id, Claim abandoned);

    /** Keeps the answer; does nothing if the claim has been taken over. */
    Mono<Void> finish(KeyId id, Claim claim, Answer answer);

    /** Gives the key back after a failure; does nothing if the claim has been taken over. */
    Mono<Void> release(KeyId id, Claim claim);

    /** Removes what is stored of a person, for a purge: answers of before must not come back. */
    Mono<Long> forget(UserId userId);

    /** Removes what is older. */
    Mono<Long> removeOlderThan(Duration age);
}
