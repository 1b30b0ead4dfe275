package dev.likeness.training.api;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Progress;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.TrainingState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into what a person sees. */
final class ViewRow {

    private ViewRow() {}

    static TrainingView training(Readable row, JsonMapper json) {
        TrainingState state = state(row);
        Steps steps = steps(row, state);
        return new TrainingView(id(row), text(state), steps.done(), steps.total(), steps.percent(),
                estimatedEnd(row, state, steps), time(row, "heard_at"), required(time(row, "requested_at")),
                time(row, "running_at"), time(row, "ended_at"), row.get("stop", String.class) != null && !state.ended(),
                failure(row, state), recipe(row, json), number(row, "photo_count"), row.get("model", String.class),
                row.get("cost_micros", Long.class), number(row, "attempt"));
    }

    static ToldView told(Readable row) {
        TrainingState state = state(row);
        Steps steps = steps(row, state);
        return new ToldView(id(row), text(state), steps.done(), steps.total(), steps.percent(),
                time(row, "estimated_end"),
                failure(row, state), number(row, "attempt"), required(time(row, "at")));
    }

    static TrainingState state(Readable row) {
        return TrainingState.valueOf(required(row.get("state", String.class)));
    }

    private static String text(TrainingState state) {
        return state == TrainingState.TIMED_OUT ? "timedOut" : state.name().toLowerCase(Locale.ROOT);
    }

    private static Steps steps(Readable row, TrainingState state) {
        int total = number(row, "total_steps");
        return new Steps(state == TrainingState.SUCCEEDED ? total : number(row, "step"), total);
    }

    private static @Nullable Instant estimatedEnd(Readable row, TrainingState state, Steps steps) {
        Instant since = time(row, "running_at");
        Instant movedAt = time(row, "moved_at");
        if (state != TrainingState.RUNNING || since == null || movedAt == null) {
            return null;
        }
        return new Progress(steps, since, movedAt, Steps.NONE, since).estimatedEnd().orElse(null);
    }

    private static @Nullable FailureView failure(Readable row, TrainingState state) {
        return FailureView.of(state, Optional.ofNullable(row.get("failure", String.class)).map(FailureReason::valueOf))
                .orElse(null);
    }

    private static RecipeView recipe(Readable row, JsonMapper json) {
        List<String> without = Stream.of(required(row.get("without_input", String.class)).split(",", -1))
                .filter(setting -> !setting.isEmpty())
                .toList();
        return RecipeView.of(json.readValue(required(row.get("recipe", String.class)), Recipe.class), without);
    }

    private static String id(Readable row) {
        return required(row.get("training_id", UUID.class)).toString();
    }

    private static int number(Readable row, String column) {
        return required(row.get(column, Integer.class));
    }

    private static @Nullable Instant time(Readable row, String column) {
        return row.get(column, Instant.class);
    }

    private static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
