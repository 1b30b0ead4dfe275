package dev.likeness.training.api;

import dev.likeness.training.run.FailureReason;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.Steps;
import dev.likeness.training.run.TrainingState;
import io.r2dbc.spi.Readable;
import java.time.Duration;
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

    /** @param row with {@code database_now} */
    static TrainingView training(Readable row, JsonMapper json, Habit habit, long microsPerSecond) {
        TrainingState state = state(row);
        Steps steps = steps(row, state);
        Instant now = required(time(row, "database_now"));
        boolean canceling = row.get("stop", String.class) != null && !state.ended();
        Instant unreachable = unreachableSince(row, state);
        OutlookView outlook = canceling ? null : outlook(row, state, steps, habit, now);
        return new TrainingView(id(row), text(state), Stage.sentence(state, steps, canceling, unreachable != null),
                steps.done(), steps.total(), steps.percent(), outlook == null ? null : outlook.likely(), outlook,
                time(row, "heard_at"), heardSeconds(row, state, now), unreachable, required(time(row, "requested_at")),
                required(time(row, "deadline")), time(row, "running_at"), time(row, "ended_at"), canceling,
                failure(row, state), recipe(row, json), number(row, "photo_count"), row.get("model", String.class),
                row.get("cost_micros", Long.class), costSoFar(row, now, microsPerSecond), number(row, "attempt"));
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

    private static @Nullable OutlookView outlook(Readable row, TrainingState state, Steps steps, Habit habit,
            Instant now) {
        var seen = new Outlook.Seen(state, steps, required(time(row, "requested_at")),
                Optional.ofNullable(time(row, "running_at")), Optional.ofNullable(time(row, "moved_at")), now);
        return Outlook.of(seen, habit).map(OutlookView::of).orElse(null);
    }

    private static @Nullable Instant unreachableSince(Readable row, TrainingState state) {
        Instant since = time(row, "unreachable_since");
        Instant heard = time(row, "heard_at");
        return since == null || state.ended() || heard != null && heard.isAfter(since) ? null : since;
    }

    private static @Nullable Long heardSeconds(Readable row, TrainingState state, Instant now) {
        Instant heard = time(row, "heard_at");
        return heard == null || state.ended() ? null : Math.max(0, Duration.between(heard, now).toSeconds());
    }

    private static @Nullable Long costSoFar(Readable row, Instant now, long microsPerSecond) {
        Long cost = row.get("cost_micros", Long.class);
        Instant since = time(row, "running_at");
        if (cost != null || since == null) {
            return cost;
        }
        Instant ended = time(row, "ended_at");
        Duration ran = Duration.between(since, ended == null ? now : ended);
        return Math.max(0, Math.round(ran.toMillis() / 1000.0 * microsPerSecond));
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
