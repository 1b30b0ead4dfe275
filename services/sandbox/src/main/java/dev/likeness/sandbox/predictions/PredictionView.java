package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.life.Hook;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.PredictionState;
import dev.likeness.sandbox.life.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A prediction as the provider shows it. */
final class PredictionView {

    private PredictionView() {}

    static Map<String, Object> of(Prediction prediction, PredictionState state, String base) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", prediction.id());
        view.put("model", prediction.model());
        view.put("version", prediction.version());
        view.put("input", state.dataRemoved() ? Map.of() : prediction.input());
        view.put("logs", state.logs());
        boolean shown = state.status() == Status.SUCCEEDED && !state.dataRemoved();
        String folder = base + "/delivery/xezq/" + prediction.accepted().token() + "/";
        view.put("output", shown ? state.files().stream().map(file -> folder + file).toList() : null);
        view.put("data_removed", state.dataRemoved());
        view.put("error", state.error());
        view.put("source", "api");
        view.put("status", state.status().text());
        view.put("created_at", prediction.accepted().at());
        view.put("started_at", state.startedAt());
        view.put("completed_at", state.completedAt());
        if (prediction.deadline() != null) {
            view.put("deadline", prediction.deadline());
        }
        view.put("metrics", metrics(prediction, state));
        view.put("urls", urls(prediction, base));
        Hook hook = prediction.accepted().hook();
        if (hook != null) {
            view.put("webhook", hook.url());
            view.put("webhook_events_filter", hook.events());
        }
        return view;
    }

    /** In a list: without logs. */
    static Map<String, Object> listed(Prediction prediction, PredictionState state, String base) {
        Map<String, Object> view = of(prediction, state, base);
        view.remove("logs");
        return view;
    }

    private static Map<String, Object> metrics(Prediction prediction, PredictionState state) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        Instant completed = state.completedAt();
        if (completed != null) {
            Instant started = state.startedAt() == null ? completed : state.startedAt();
            metrics.put("predict_time", Duration.between(started, completed).toMillis() / 1000.0);
            metrics.put("total_time",
                    Duration.between(prediction.accepted().at(), completed).toMillis() / 1000.0);
        }
        return metrics;
    }

    private static Map<String, Object> urls(Prediction prediction, String base) {
        Map<String, Object> urls = new LinkedHashMap<>();
        urls.put("get", base + "/v1/predictions/" + prediction.id());
        urls.put("cancel", base + "/v1/predictions/" + prediction.id() + "/cancel");
        urls.put("web", base + "/p/" + prediction.id());
        return urls;
    }
}
