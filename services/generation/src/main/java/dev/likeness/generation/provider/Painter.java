package dev.likeness.generation.provider;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.Parameters;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Whoever makes pictures for money. Only {@link #predict} costs; it is never repeated in here. The
 * others are, a few times, and fail with {@link Throttled} when the provider wants to be left
 * alone.
 */
public interface Painter {

    /** Sends it once. Never fails: what is not known is {@link Answer.Lost}. */
    Mono<Answer> predict(Order order);

    /** Reads the provider's list back to the marker's time. */
    Mono<Listing> find(Marker marker);

    Mono<Look> look(String predictionId);

    /** Asks it to stop; one that has ended is left as it is. */
    Mono<Void> cancel(String predictionId);

    /** @param outputs of this prediction, 1 to 4 */
    record Order(ModelVersion model, PromptText prompt, Parameters parameters, int outputs, long seed) {}

    /** What is known after a prediction was asked for. */
    sealed interface Answer {

        record Accepted(String predictionId) implements Answer {}

        /** Not taken, and it would not be later. */
        record Refused(FailureReason reason) implements Answer {}

        /** Certainly not taken, and worth asking again after that time. */
        record NotNow(Duration after) implements Answer {}

        /** It may have been taken. */
        record Lost() implements Answer {}
    }

    /**
     * What an attempt's prediction looks like in the provider's list.
     *
     * @param prompt compared too where the seed was not drawn for the attempt alone
     * @param notBefore the attempt's intent
     */
    record Marker(ModelVersion model, long seed, Optional<PromptText> prompt, Instant notBefore) {}

    /**
     * @param matches ids of predictions that bear the marker, oldest first
     * @param complete whether the list was read back past the marker's time and every entry showed what
     * it was
     */
    record Listing(List<String> matches, boolean complete) {

        public Listing {
            matches = List.copyOf(matches);
        }
    }

    /** How a prediction stands. */
    sealed interface Look {

        record Running() implements Look {}

        /** @param outputs where they are, for an hour */
        record Succeeded(List<URI> outputs) implements Look {

            public Succeeded {
                outputs = List.copyOf(outputs);
            }
        }

        record Ended(FailureReason reason) implements Look {}
    }

    /** Too many requests. */
    final class Throttled extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Duration after;

        public Throttled(Duration after) {
            super("The provider wants no request for " + after);
            this.after = after;
        }

        public Duration after() {
            return after;
        }
    }
}
