package dev.likeness.training.provider;

import dev.likeness.training.run.FailureReason;
import java.time.Duration;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the provider answered. */
record Reply(int status, JsonNode body) {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    boolean ok() {
        return status >= 200 && status < 300;
    }

    boolean throttled() {
        return status == 429;
    }

    /**
     * Whether the same call may do better later. A 408 is one too: it says nothing about what was done.
     */
    boolean transientFault() {
        return status >= 500 || throttled() || status == 408;
    }

    /** How long the provider wants to be left alone. */
    Duration pause() {
        Duration asked = Duration.ofMillis(Math.round(body.path("retry_after").asDouble(0) * 1000));
        if (asked.isZero() || asked.isNegative()) {
            return PAUSE;
        }
        return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    FailureReason refusal() {
        return status == 402 ? FailureReason.PROVIDER_OUT_OF_CREDIT : FailureReason.PROVIDER_REFUSED;
    }

    /** The body as is, or the error that the status stands for. */
    JsonNode orThrow(String what) {
        if (ok()) {
            return body;
        }
        if (transientFault()) {
            throw new TrainerUnavailable(what + " gave " + status);
        }
        throw new TrainerRefused(refusal(), what + " gave " + status);
    }

    /** Nothing, or the error that the status stands for. */
    Mono<Void> done(String what) {
        return Mono.fromSupplier(() -> orThrow(what)).then();
    }
}
