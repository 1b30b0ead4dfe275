package dev.likeness.generation.store;

import dev.likeness.generation.shoot.Attempt;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.Frame;
import dev.likeness.generation.shoot.Portrait;
import dev.likeness.generation.shoot.Take;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A take as columns; which of them are empty follows from the state.
 *
 * @param attempt number of the latest attempt, 0 before the first
 */
record TakeRow(UUID shoot, int index, int outputs, State state, int attempt, Optional<Long> seed,
        Optional<Instant> intendedAt, Optional<Instant> since, Optional<String> predictionId,
        Optional<FailureReason> reason) {

    enum State {
        PLANNED,
        INTENDED,
        UNSETTLED,
        SUBMITTED,
        COPYING,
        DELIVERED,
        MISSED
    }

    static TakeRow read(Readable row) {
        return new TakeRow(Columns.required(row, "generation_id", UUID.class),
                Columns.required(row, "take_index", Integer.class), Columns.required(row, "outputs", Integer.class),
                State.valueOf(Columns.required(row, "state", String.class)),
                Columns.required(row, "attempt", Integer.class), Columns.optional(row, "seed", Long.class),
                Columns.optional(row, "intended_at", Instant.class), Columns.optional(row, "since", Instant.class),
                Columns.optional(row, "prediction_id", String.class),
                Columns.optional(row, "reason", String.class).map(FailureReason::valueOf));
    }

    static TakeRow of(UUID shoot, Take take) {
        return switch (take) {
            case Take.Planned planned -> new TakeRow(shoot, planned.index(), planned.outputs(), State.PLANNED,
                    planned.attempts(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty());
            case Take.Intended intended -> of(shoot, take, State.INTENDED, intended.attempt());
            case Take.Unsettled unsettled ->
                of(shoot, take, State.UNSETTLED, unsettled.attempt()).with(unsettled.since(), Optional.empty());
            case Take.Submitted submitted -> of(shoot, take, State.SUBMITTED, submitted.attempt())
                    .with(submitted.since(), Optional.of(submitted.predictionId()));
            case Take.Copying copying -> of(shoot, take, State.COPYING, copying.attempt())
                    .with(copying.attempt().intendedAt(), Optional.of(copying.predictionId()));
            case Take.Delivered delivered -> of(shoot, take, State.DELIVERED, delivered.attempt())
                    .with(delivered.attempt().intendedAt(), Optional.of(delivered.predictionId()))
                    .because(delivered.shortfall());
            case Take.Missed missed -> new TakeRow(shoot, missed.index(), missed.outputs(), State.MISSED, 0,
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.of(missed.reason()));
        };
    }

    Take take(List<PreviewRow> previews) {
        return switch (state) {
            case PLANNED -> new Take.Planned(index, outputs, attempt);
            case INTENDED -> new Take.Intended(index, outputs, made());
            case UNSETTLED -> new Take.Unsettled(index, outputs, made(), since.orElseThrow());
            case SUBMITTED ->
                new Take.Submitted(index, outputs, made(), predictionId.orElseThrow(), since.orElseThrow());
            case COPYING -> new Take.Copying(index, outputs, made(), predictionId.orElseThrow(), frames(previews));
            case DELIVERED -> new Take.Delivered(index, outputs, made(), predictionId.orElseThrow(),
                    portraits(previews), reason);
            case MISSED -> new Take.Missed(index, outputs, reason.orElseThrow());
        };
    }

    private static TakeRow of(UUID shoot, Take take, State state, Attempt attempt) {
        return new TakeRow(shoot, take.index(), take.outputs(), state, attempt.number(), Optional.of(attempt.seed()),
                Optional.of(attempt.intendedAt()), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private TakeRow with(Instant at, Optional<String> prediction) {
        return new TakeRow(shoot, index, outputs, state, attempt, seed, intendedAt, Optional.of(at), prediction,
                reason);
    }

    private TakeRow because(Optional<FailureReason> why) {
        return new TakeRow(shoot, index, outputs, state, attempt, seed, intendedAt, since, predictionId, why);
    }

    private Attempt made() {
        return new Attempt(attempt, seed.orElseThrow(), intendedAt.orElseThrow());
    }

    private List<Frame> frames(List<PreviewRow> previews) {
        return previews.stream().filter(this::isMine).map(PreviewRow::frame).toList();
    }

    private List<Portrait> portraits(List<PreviewRow> previews) {
        return previews.stream().filter(this::isMine).flatMap(preview -> preview.portrait().stream()).toList();
    }

    private boolean isMine(PreviewRow preview) {
        return preview.shoot().equals(shoot) && preview.take() == index;
    }
}
