package dev.likeness.sandbox.life;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Facts and time in, looks out. A prediction starts after a moment, ends when both its duration has
 * passed and its images are there, and shows them only as long as outputs are kept.
 */
public final class PredictionLife {

    private static final Duration MOMENT = Duration.ofMillis(200);

    private PredictionLife() {}

    /** When it leaves {@code starting} and its images may be made. */
    public static Instant startOf(Prediction prediction) {
        Duration fifth = prediction.duration().dividedBy(5);
        return prediction.accepted().at().plus(fifth.compareTo(MOMENT) < 0 ? fifth : MOMENT);
    }

    public static PredictionState at(Prediction prediction, Duration retention, Instant now) {
        PredictionState state = alive(prediction, now);
        Instant completed = state.completedAt();
        return completed != null && !completed.plus(retention).isAfter(now) ? state.forgotten() : state;
    }

    private static PredictionState alive(Prediction prediction, Instant now) {
        Instant start = startOf(prediction);
        Instant stop = stopOf(prediction, now);
        if (stop != null && stop.isBefore(start)) {
            Status status = stop.equals(prediction.canceledAt()) ? Status.CANCELED : Status.ABORTED;
            return new PredictionState(status, null, stop, "", null, List.of(), false);
        }
        if (now.isBefore(start)) {
            return PredictionState.starting();
        }
        Rendering rendering = prediction.rendering();
        Instant seen = stop == null ? now : stop;
        String logs = logs(prediction, Duration.between(start, seen));
        if (stop != null) {
            return new PredictionState(Status.CANCELED, start, stop, logs, null, List.of(), false);
        }
        if (rendering == null || now.isBefore(endOf(prediction))) {
            return new PredictionState(Status.PROCESSING, start, null, logs, null, List.of(), false);
        }
        return rendering.failure() == null
                ? new PredictionState(Status.SUCCEEDED, start, endOf(prediction), logs, null, rendering.files(), false)
                : new PredictionState(Status.FAILED, start, endOf(prediction), logs, rendering.failure(), List.of(),
                        false);
    }

    private static Instant endOf(Prediction prediction) {
        Rendering rendering = prediction.rendering();
        if (rendering == null) {
            return Instant.MAX;
        }
        Instant planned = startOf(prediction).plus(prediction.duration());
        return rendering.failure() != null || rendering.at().isAfter(planned) ? rendering.at() : planned;
    }

    /** The cancellation or the passed deadline, whichever came first and before the end. */
    private static @Nullable Instant stopOf(Prediction prediction, Instant now) {
        Instant stop = prediction.canceledAt();
        Instant deadline = prediction.deadline();
        if (deadline != null && !deadline.isAfter(now) && (stop == null || deadline.isBefore(stop))) {
            stop = deadline;
        }
        return stop == null || !stop.isBefore(endOf(prediction)) ? null : stop;
    }

    private static String logs(Prediction prediction, Duration elapsed) {
        int steps = prediction.input().get("num_inference_steps") instanceof Number given ? given.intValue() : 28;
        double seconds = Math.max(prediction.duration().toMillis(), 1) / 1000.0;
        int done = (int) Math.floor(Math.min(1, elapsed.toMillis() / 1000.0 / seconds) * steps);
        StringBuilder log = new StringBuilder("Using seed: ").append(prediction.seed()).append('\n');
        for (int step = 0; step <= done; step += Math.max(1, steps / 10)) {
            log.append(step(step, steps, seconds)).append('\n');
        }
        return log.toString();
    }

    private static String step(int step, int steps, double seconds) {
        double spent = seconds * step / steps;
        return Tqdm.bar(step, steps) + " [" + Tqdm.clock(spent) + "<" + Tqdm.clock(seconds - spent) + ", "
                + String.format(Locale.ROOT, "%5.2fit/s]", steps / seconds);
    }
}
