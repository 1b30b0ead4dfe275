package dev.likeness.training.store;

import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Outcome;
import dev.likeness.training.run.Plan;
import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Ready;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.Settlement;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.Stillness;
import dev.likeness.training.run.Stop;
import dev.likeness.training.run.Training;
import dev.likeness.training.run.TrainingId;
import dev.likeness.training.run.TrainingState;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a training from its row joined with that of its current attempt. */
final class TrainingRow {

    private final Readable row;
    private final JsonMapper json;

    TrainingRow(Readable row, JsonMapper json) {
        this.row = row;
        this.json = json;
    }

    Training training() {
        TrainingState state = TrainingState.valueOf(text("state"));
        return switch (state) {
            case REQUESTED -> new Training.Requested(plan(), number("attempt"));
            case PACKAGING -> new Training.Packaging(plan(), number("attempt"), text("zip"));
            case SUBMITTING -> new Training.Intended(plan(), ready(), time("intended_at"), number("calls"),
                    Objects.requireNonNull(row.get("calling", Boolean.class)), stop());
            case UNKNOWN -> new Training.Unknown(plan(), ready(), time("intended_at").orElseThrow(),
                    time("zip_gone_at"), stop());
            case SUBMITTED -> new Training.Submitted(plan(), ready(), text("provider_id"),
                    time("accepted_at").orElseThrow(), still(), stop());
            case RUNNING -> new Training.Running(plan(), ready(), text("provider_id"), progress(), still(),
                    stop());
            case SUCCEEDED, FAILED, CANCELED, TIMED_OUT -> new Training.Ended(plan(), number("attempt"),
                    optional("provider_id"), outcome(state), time("ended_at").orElseThrow(), settlement());
        };
    }

    private Outcome outcome(TrainingState state) {
        return switch (state) {
            case SUCCEEDED -> new Outcome.Succeeded(text("model"), Duration.ofMillis(count("trained_millis")),
                    count("cost_micros"));
            case FAILED -> new Outcome.Failed(FailureReason.valueOf(text("failure")));
            case CANCELED -> new Outcome.Canceled();
            case TIMED_OUT -> new Outcome.TimedOut();
            case REQUESTED, PACKAGING, SUBMITTING, UNKNOWN, SUBMITTED, RUNNING ->
                throw new IllegalStateException(state + " is not an end");
        };
    }

    private Plan plan() {
        return new Plan(new TrainingId(Objects.requireNonNull(row.get("training_id", UUID.class))), person(row),
                text("trigger_word"), json.readValue(text("recipe"), Recipe.class), number("photo_count"),
                count("reserve_micros"), time("requested_at").orElseThrow(), time("deadline").orElseThrow());
    }

    static Person person(Readable row) {
        return new Person(new UserId(Objects.requireNonNull(row.get("user_id", String.class))),
                new Epoch(Objects.requireNonNull(row.get("epoch", Long.class))),
                new Space(Objects.requireNonNull(row.get("space", String.class))));
    }

    private Ready ready() {
        return new Ready(number("attempt"), text("zip"), optional("file_id"));
    }

    private Progress progress() {
        return new Progress(new Steps(number("step"), number("total_steps")), time("running_at").orElseThrow(),
                time("moved_at").orElseThrow(), new Steps(number("told_step"), number("told_total")),
                time("told_at").orElseThrow());
    }

    private Stillness still() {
        return new Stillness(time("still_since").orElseThrow(), time("seen_at").orElseThrow());
    }

    private Settlement settlement() {
        return Boolean.TRUE.equals(row.get("unsettled", Boolean.class))
                ? new Settlement.Open(time("zip_gone_at"))
                : new Settlement.Settled();
    }

    private Optional<Stop> stop() {
        return optional("stop").map(Stop::valueOf);
    }

    private String text(String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private Optional<String> optional(String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    private int number(String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    private long count(String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    private Optional<Instant> time(String column) {
        @Nullable
        Instant time = row.get(column, Instant.class);
        return Optional.ofNullable(time);
    }
}
