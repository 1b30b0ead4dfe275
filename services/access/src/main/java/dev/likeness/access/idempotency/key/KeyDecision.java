package dev.likeness.access.idempotency.key;

import java.time.Duration;

/** What becomes of a request with a key. */
public sealed interface KeyDecision {

    /** Claim the key, then do the work. */
    record Begin() implements KeyDecision {}

    /** The claim's holder has crashed: replace the claim, then do the work. */
    record TakeOver(Claim abandoned) implements KeyDecision {}

    record Replay(Answer answer) implements KeyDecision {}

    /** The key belongs to a request with another body. */
    record OtherBody() implements KeyDecision {}

    /**
     * @param retryIn when the claim will count as abandoned
     */
    record StillRunning(Duration retryIn) implements KeyDecision {}
}
