package dev.likeness.sandbox.models;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.http.Pages;
import dev.likeness.sandbox.life.Training;
import dev.likeness.sandbox.state.Model;
import dev.likeness.sandbox.state.Models;
import dev.likeness.sandbox.state.Trainings;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions: listed, read with their input schema, removed (which takes a while). */
@RestController
@RequestMapping("/v1/models/{owner}/{name}/versions")
class VersionController {

    private final Models models;
    private final Versions versions;
    private final Trainings trainings;
    private final Pages pages;
    private final SandboxProperties properties;
    private final Clock clock;

    VersionController(Models models, Versions versions, Trainings trainings, Pages pages, SandboxProperties properties,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.trainings = trainings;
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> list(@PathVariable String owner, @PathVariable String name, ServerHttpRequest http) {
        return pages.page(versions.of(model(owner, name)), Version::order, Version::view, http);
    }

    @GetMapping("/{id}")
    Map<String, Object> get(@PathVariable String owner, @PathVariable String name, @PathVariable String id) {
        return versions.find(model(owner, name), id).orElseThrow(ApiProblem::notFound).view();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void delete(@PathVariable String owner, @PathVariable String name, @PathVariable String id) {
        Model model = model(owner, name);
        if (model.isTrainer()) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, null, "You can only delete versions of models that you own.");
        }
        Instant now = clock.instant();
        Training training = versions.find(model, id)
                .flatMap(_ -> trainings.version(id, now))
                .orElseThrow(ApiProblem::notFound);
        trainings.change(training.id(), each -> each.removeAt() == null
                ? each.removing(now.plus(properties.removalDelay()))
                : each);
    }

    private Model model(String owner, String name) {
        return models.find(owner + "/" + name).orElseThrow(ApiProblem::notFound);
    }
}
