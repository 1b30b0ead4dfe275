package dev.likeness.sandbox.predictions;

import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.life.Prediction;
import dev.likeness.sandbox.state.Predictions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The images at the delivery address, open to whoever knows it, for as long as outputs are kept.
 */
@RestController
class OutputController {

    private final Predictions predictions;
    private final Behaviours behaviours;

    OutputController(Predictions predictions, Behaviours behaviours) {
        this.predictions = predictions;
        this.behaviours = behaviours;
    }

    @GetMapping("/delivery/xezq/{token}/{file:out-\\d+\\.(?:jpg|png)}")
    ResponseEntity<Resource> get(@PathVariable String token, @PathVariable String file) {
        Prediction prediction = predictions.byToken(token)
                .filter(each -> !behaviours.current().deliveryGone() && !each.removed())
                .filter(each -> predictions.stateOf(each).files().contains(file))
                .orElseThrow(ApiProblem::notFound);
        Path path = predictions.outputsOf(prediction).resolve(file);
        if (!Files.exists(path)) {
            throw ApiProblem.notFound();
        }
        return ResponseEntity.ok()
                .contentType(file.endsWith("png") ? MediaType.IMAGE_PNG : MediaType.IMAGE_JPEG)
                .body(new FileSystemResource(path));
    }
}
