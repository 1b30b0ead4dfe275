package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.life.Status;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.life.TrainingLife;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The weights a training leaves, at the delivery address; as long as its version is there. */
@RestController
class WeightsController {

    private final Trainings trainings;
    private final Clock clock;

    WeightsController(Trainings trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    @GetMapping("/delivery/xezq/{token}/trained_model.tar")
    ResponseEntity<byte[]> get(@PathVariable String token) {
        Training training = trainings.byToken(token)
                .filter(each -> !each.removed() && TrainingLife.at(each, clock.instant()).status() == Status.SUCCEEDED)
                .orElseThrow(ApiProblem::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/x-tar"))
                .body(WeightsTar.of(training));
    }
}
