package dev.likeness.training.run;

import java.time.Instant;
import java.util.Optional;

/**
 * A training, one variant per state. "Not heard of yet" is a state too, so that every input has an
 * answer.
 */
public sealed interface Training {

    TrainingId id();

    record Unheard(TrainingId id) implements Training {}

    /** Heard of, and not ended as far as this service knows. */
    sealed interface Live extends Training {

        Plan plan();

        /** The current attempt, from 1. */
        int attempt();

        @Override
        default TrainingId id() {
            return plan().id();
        }
    }

    /** An attempt has its packed photos. From here on it may have been paid for. */
    sealed interface Committed extends Live {

        Ready ready();

        Optional<Stop> stop();

        @Override
        default int attempt() {
            return ready().attempt();
        }
    }

    /** The provider has accepted the attempt. */
    sealed interface AtProvider extends Committed {

        String providerId();

        Stillness still();
    }

    /** Waits to be packed. */
    record Requested(Plan plan, int attempt) implements Live {}

    /** @param zip the name being written; another run of the packing takes another one */
    record Packaging(Plan plan, int attempt, String zip) implements Live {}

    /**
     * Is to be submitted.
     *
     * @param intendedAt when calling the provider was first decided; empty before
     * @param calls how many calls were begun, counting the one under way
     * @param calling the last call may be under way or have been made: it must not be made again
     */
    record Intended(Plan plan, Ready ready, Optional<Instant> intendedAt, int calls, boolean calling,
            Optional<Stop> stop) implements Committed {}

    /**
     * Whether the provider has accepted it is not known.
     *
     * @param zipGoneAt since when a late acceptance must fail, because there is nothing to train on
     */
    record Unknown(Plan plan, Ready ready, Instant intendedAt, Optional<Instant> zipGoneAt,
            Optional<Stop> stop) implements Committed {}

    /** Accepted and not yet seen working. */
    record Submitted(Plan plan, Ready ready, String providerId, Instant acceptedAt, Stillness still,
            Optional<Stop> stop) implements AtProvider {}

    record Running(Plan plan, Ready ready, String providerId, Progress progress, Stillness still,
            Optional<Stop> stop) implements AtProvider {}

    /** @param providerId of the attempt that the provider accepted, if any */
    record Ended(Plan plan, int attempt, Optional<String> providerId, Outcome outcome, Instant at,
            Settlement settlement) implements Training {

        public Ended(Plan plan, int attempt, Optional<String> providerId, Outcome outcome, Instant at) {
            this(plan, attempt, providerId, outcome, at, new Settlement.Settled());
        }

        @Override
        public TrainingId id() {
            return plan.id();
        }
    }
}
