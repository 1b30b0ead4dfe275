package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.http.Pages;
import dev.likeness.sandbox.http.PublicUrls;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.life.PredictionState;
import dev.likeness.sandbox.state.Predictions;
import dev.likeness.sandbox.trainings.TrainingViews;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Predictions over HTTP. */
@RestController
@RequestMapping("/v1/predictions")
class PredictionController {

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final AcceptPrediction acceptPrediction;
    private final Predictions predictions;
    private final TrainingViews trainings;
    private final Pages pages;
    private final PublicUrls urls;
    private final Clock clock;

    PredictionController(AcceptPrediction acceptPrediction, Predictions predictions, TrainingViews trainings,
            Pages pages, PublicUrls urls, Clock clock) {
        this.acceptPrediction = acceptPrediction;
        this.predictions = predictions;
        this.trainings = trainings;
        this.pages = pages;
        this.urls = urls;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> create(@RequestBody Map<String, Object> request,
            @RequestHeader(value = "Prefer", required = false) @Nullable String prefer,
            @RequestHeader(value = "Cancel-After", required = false) @Nullable String cancelAfter,
            ServerHttpRequest http) throws InterruptedException {
        Prediction accepted = acceptPrediction.handle(request, Waiting.cancelAfter(cancelAfter), urls.base(http));
        Optional<Integer> wait = Waiting.preferred(prefer);
        if (wait.isEmpty()) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(PredictionView.of(accepted,
                            PredictionState.starting(), urls.base(http)));
        }
        Prediction prediction = ended(accepted, clock.instant().plusSeconds(wait.get()));
        boolean ended = predictions.stateOf(prediction).status().isTerminal();
        return ResponseEntity.status(ended ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .header("Preference-Applied", "wait=" + wait.get())
                .body(view(prediction, http));
    }

    @GetMapping
    Map<String, Object> list(ServerHttpRequest http) {
        String base = urls.base(http);
        Span asked = Span.of(http.getQueryParams());
        List<Prediction> shown = predictions.all()
                .stream()
                .filter(each -> !each.removed() && asked.holds(each.accepted().at()))
                .toList();
        return pages.page(shown.reversed(), prediction -> prediction.accepted().order(),
                prediction -> PredictionView.listed(prediction, predictions.stateOf(prediction), base), http);
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable String id, ServerHttpRequest http) {
        return find(id).map(found -> view(found, http))
                .or(() -> trainings.find(id, http))
                .orElseThrow(ApiProblem::notFound);
    }

    @PostMapping("/{id}/cancel")
    Map<String, Object> cancel(@PathVariable String id, ServerHttpRequest http) {
        return find(id)
                .flatMap(_ -> predictions.update(id, each -> predictions.stateOf(each).status().isTerminal()
                        ? each
                        : each.canceled(clock.instant())))
                .map(found -> view(found, http))
                .or(() -> trainings.cancel(id, http))
                .orElseThrow(ApiProblem::notFound);
    }

    private Prediction ended(Prediction accepted, Instant until) throws InterruptedException {
        Prediction prediction = accepted;
        while (!predictions.stateOf(prediction).status().isTerminal() && clock.instant().isBefore(until)) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            prediction = predictions.find(accepted.id()).orElse(accepted);
        }
        return prediction;
    }

    private Optional<Prediction> find(String id) {
        return predictions.find(id).filter(each -> !each.removed());
    }

    private Map<String, Object> view(Prediction prediction, ServerHttpRequest http) {
        PredictionState state = predictions.stateOf(prediction);
        return PredictionView.of(prediction, state, urls.base(http));
    }
}
