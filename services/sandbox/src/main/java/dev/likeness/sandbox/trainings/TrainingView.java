package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.life.Status;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A training as the provider shows it; the destination is never in it. */
final class TrainingView {

    private TrainingView() {}

    /** As the answer to its creation: its addresses are those of a prediction. */
    static Map<String, Object> created(Training training, String base) {
        Map<String, Object> view = head(training);
        view.put("logs", "");
        view.put("error", null);
        view.put("status", Status.STARTING.text());
        view.put("created_at", training.accepted().at());
        view.put("urls", urls(training, base, "predictions"));
        return view;
    }

    /** In a list: without logs. */
    static Map<String, Object> listed(Training training, TrainingState state, boolean removed, String base) {
        Map<String, Object> view = head(training);
        state(view, training, state, removed, base);
        return view;
    }

    /** @param removed its data is no longer shown */
    static Map<String, Object> full(Training training, TrainingState state, boolean removed, String base) {
        Map<String, Object> view = head(training);
        view.put("logs", removed ? "" : state.logs());
        state(view, training, state, removed, base);
        return view;
    }

    private static void state(Map<String, Object> view, Training training, TrainingState state, boolean removed,
            String base) {
        if (removed) {
            view.put("input", Map.of());
        }
        view.put("output", state.status() == Status.SUCCEEDED && !removed ? output(training, base) : null);
        view.put("data_removed", removed);
        view.put("error", state.error());
        view.put("source", "api");
        view.put("status", state.status().text());
        view.put("created_at", training.accepted().at());
        view.put("started_at", state.startedAt());
        view.put("completed_at", state.completedAt());
        view.put("metrics", metrics(training.accepted().at(), state));
        view.put("urls", urls(training, base, "trainings"));
    }

    private static Map<String, Object> head(Training training) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", training.id());
        view.put("model", training.model());
        view.put("version", training.version());
        view.put("input", training.input());
        return view;
    }

    private static Map<String, Object> output(Training training, String base) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("version", training.destination() + ":" + training.newVersion());
        output.put("weights", base + "/delivery/xezq/" + training.accepted().token() + "/trained_model.tar");
        return output;
    }

    private static Map<String, Object> metrics(Instant created, TrainingState state) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        Instant completed = state.completedAt();
        if (completed != null) {
            metrics.put("predict_time", seconds(state.startedAt(), completed));
            metrics.put("total_time", seconds(created, completed));
        }
        return metrics;
    }

    private static double seconds(@Nullable Instant from, Instant to) {
        return from == null ? 0 : Duration.between(from, to).toMillis() / 1000.0;
    }

    private static Map<String, Object> urls(Training training, String base, String kind) {
        Map<String, Object> urls = new LinkedHashMap<>();
        urls.put("get", base + "/v1/" + kind + "/" + training.id());
        urls.put("cancel", base + "/v1/" + kind + "/" + training.id() + "/cancel");
        urls.put("web", base + "/p/" + training.id());
        return urls;
    }
}
