package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.PredictionState;
import dev.likeness.sandbox.life.Status;
import dev.likeness.sandbox.running.Chores;
import dev.likeness.sandbox.running.Ticking;
import dev.likeness.sandbox.state.Predictions;
import dev.likeness.sandbox.webhooks.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Moves predictions on: has their images rendered and tells about them. */
@Component
class PredictionRuns implements Ticking {

    private final Predictions predictions;
    private final RenderPrediction renderPrediction;
    private final Webhooks webhooks;
    private final Chores chores;
    private final PublicUrls urls;
    private final Clock clock;
    private final Set<String> startTold = ConcurrentHashMap.newKeySet();

    PredictionRuns(Predictions predictions, RenderPrediction renderPrediction, Webhooks webhooks, Chores chores,
            PublicUrls urls, Clock clock) {
        this.predictions = predictions;
        this.renderPrediction = renderPrediction;
        this.webhooks = webhooks;
        this.chores = chores;
        this.urls = urls;
        this.clock = clock;
    }

    @Override
    public void tick() {
        for (Prediction prediction : predictions.all()) {
            if (!prediction.settled()) {
                move(prediction);
            }
        }
    }

    private void move(Prediction prediction) {
        PredictionState state = predictions.stateOf(prediction);
        if (state.status().isTerminal()) {
            chores.start("end of " + prediction.id(), () -> end(prediction, state));
            return;
        }
        if (state.status() == Status.PROCESSING) {
            if (prediction.rendering() == null) {
                chores.start("rendering of " + prediction.id(), () -> renderPrediction.handle(prediction.id()));
            }
            if (prediction.accepted().hook() != null && startTold.add(prediction.id())) {
                Map<String, Object> body = body(prediction, state);
                chores.start("start of " + prediction.id(),
                        () -> webhooks.tell(prediction.accepted(), "start", body));
            }
        }
    }

    private void end(Prediction prediction, PredictionState state) throws InterruptedException {
        if (predictions.find(prediction.id()).orElseThrow().settled()) {
            return;
        }
        Map<String, Object> body = body(prediction, state);
        if (state.status() == Status.SUCCEEDED) {
            Map<String, Object> output = new LinkedHashMap<>(body);
            output.put("status", Status.PROCESSING.text());
            output.put("completed_at", null);
            webhooks.tell(prediction.accepted(), "output", output);
            webhooks.tell(prediction.accepted(), "logs", output);
        }
        Instant completed = state.completedAt();
        webhooks.tellEnd(prediction.accepted(), completed == null ? clock.instant() : completed, body);
        predictions.change(prediction.id(), Prediction::settledNow);
        startTold.remove(prediction.id());
    }

    private Map<String, Object> body(Prediction prediction, PredictionState state) {
        return PredictionView.of(prediction, state, urls.base(prediction.accepted().base()));
    }
}
