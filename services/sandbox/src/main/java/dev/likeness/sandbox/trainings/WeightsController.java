package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.life.Fate;
import dev.likeness.sandbox.life.Status;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingState;
import dev.likeness.sandbox.state.Trainings;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The weights a training leaves, at the delivery address; as long as its version is there. */
@RestController
class WeightsController {

    private final Trainings trainings;
    private final TrainingViews views;
    private final Behaviours behaviours;

    WeightsController(Trainings trainings, TrainingViews views, Behaviours behaviours) {
        this.trainings = trainings;
        this.views = views;
        this.behaviours = behaviours;
    }

    @GetMapping("/delivery/xezq/{token}/trained_model.tar")
    ResponseEntity<byte[]> get(@PathVariable String token) {
        Training training = trainings.byToken(token)
                .filter(each -> !behaviours.current().deliveryGone() && isThere(each))
                .orElseThrow(ApiProblem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-tar"))
                .body(WeightsTar.of(training));
    }

    private boolean isThere(Training training) {
        TrainingState state = views.state(training);
        return state.status() == Status.SUCCEEDED && !training.removed() && training.fate() != Fate.WEIGHTS_GONE
                && !views.removed(training, state);
    }
}
