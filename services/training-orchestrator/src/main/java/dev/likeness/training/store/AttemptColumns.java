package dev.likeness.training.store;

import dev.likeness.training.run.Ready;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingState;
import java.time.Instant;
import java.util.Optional;

/** What of an attempt its row says; empty: the row keeps what it says already. */
record AttemptColumns(TrainingState state, int number, Optional<String> zip, Optional<String> file, int calls,
        boolean calling, Optional<Instant> intendedAt, Optional<Instant> zipGoneAt, Optional<String> providerId) {

    static AttemptColumns of(Training.Live live) {
        return switch (live) {
            case Training.Requested requested -> bare(requested, Optional.empty());
            case Training.Packaging packaging -> bare(packaging, Optional.of(packaging.zip()));
            case Training.Intended(_, var ready, var intendedAt, var calls, var calling, _) ->
                new AttemptColumns(TrainingState.SUBMITTING, ready.attempt(), Optional.of(ready.zip()), ready.file(),
                        calls, calling, intendedAt, Optional.empty(), Optional.empty());
            case Training.Unknown(_, var ready, var intendedAt, var zipGoneAt, _) ->
                of(TrainingState.UNKNOWN, ready, Optional.of(intendedAt), zipGoneAt, Optional.empty());
            case Training.AtProvider accepted -> of(TrainingState.of(accepted), accepted.ready(), Optional.empty(),
                    Optional.empty(), Optional.of(accepted.providerId()));
        };
    }

    private static AttemptColumns bare(Training.Live live, Optional<String> zip) {
        return new AttemptColumns(TrainingState.of(live), live.attempt(), zip, Optional.empty(), 0, false,
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AttemptColumns of(TrainingState state, Ready ready, Optional<Instant> intendedAt,
            Optional<Instant> zipGoneAt, Optional<String> providerId) {
        return new AttemptColumns(state, ready.attempt(), Optional.of(ready.zip()), ready.file(), 0, true, intendedAt,
                zipGoneAt, providerId);
    }
}
