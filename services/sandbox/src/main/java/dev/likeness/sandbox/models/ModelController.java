package dev.likeness.sandbox.models;

import dev.likeness.sandbox.SandboxProperties;
import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.http.Pages;
import dev.likeness.sandbox.schemas.InvalidField;
import dev.likeness.sandbox.state.Model;
import dev.likeness.sandbox.state.Models;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Models: made (1,000 at most), listed, read, changed, deleted once they are private and have no
 * version left.
 */
@RestController
@RequestMapping("/v1/models")
class ModelController {

    private static final List<String> REQUIRED = List.of("owner", "name", "visibility", "hardware");
    private static final List<String> DETAILS = List.of("description", "github_url", "paper_url", "license_url",
            "cover_image_url", "hardware");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}");
    private static final List<String> CHANGEABLE = List.of("description", "readme", "github_url", "paper_url",
            "weights_url", "license_url");

    private final Models models;
    private final Versions versions;
    private final Pages pages;
    private final SandboxProperties properties;
    private final Behaviours behaviours;
    private final Clock clock;

    ModelController(Models models, Versions versions, Pages pages, SandboxProperties properties, Behaviours behaviours,
            Clock clock) {
        this.models = models;
        this.versions = versions;
        this.pages = pages;
        this.properties = properties;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@RequestBody Map<String, Object> request, ServerHttpRequest http) {
        check(request);
        if (!properties.owner().equals(request.get("owner"))) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, null,
                    "You do not have permission to create a model under this owner.");
        }
        if (models.find(request.get("owner") + "/" + request.get("name")).isEmpty()) {
            checkRoom();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        DETAILS.forEach(key -> details.put(key, request.get(key)));
        Model model = models.create(order -> new Model(text(request, "owner"), text(request, "name"),
                text(request, "visibility"), details, order, clock.instant()))
                .orElseThrow(ApiProblem::modelExists);
        return versions.view(model, http);
    }

    @GetMapping
    Map<String, Object> list(ServerHttpRequest http) {
        return pages.page(models.all(), Model::order, model -> versions.view(model, http), http);
    }

    @GetMapping("/{owner}/{name}")
    Map<String, Object> get(@PathVariable String owner, @PathVariable String name, ServerHttpRequest http) {
        return versions.view(find(owner, name), http);
    }

    @PatchMapping("/{owner}/{name}")
    Map<String, Object> update(@PathVariable String owner, @PathVariable String name,
            @RequestBody Map<String, Object> request, ServerHttpRequest http) {
        Model model = find(owner, name);
        if (model.isTrainer()) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, null, "You can only change models that you own.");
        }
        Map<String, Object> details = new LinkedHashMap<>(model.details());
        CHANGEABLE.stream().filter(request::containsKey).forEach(key -> details.put(key, request.get(key)));
        return versions.view(models.keep(model.with(details)), http);
    }

    @DeleteMapping("/{owner}/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String owner, @PathVariable String name) {
        Model model = find(owner, name);
        if (model.isTrainer() || !model.visibility().equals("private")) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, null, "You can only delete private models that you own.");
        }
        if (!versions.of(model).isEmpty()) {
            throw new ApiProblem(HttpStatus.CONFLICT, null,
                    "You can only delete models that have no versions. Delete all versions first.");
        }
        models.remove(model);
    }

    /** The trainer is in the list, but nobody's. */
    private void checkRoom() {
        int most = behaviours.current().limits().models();
        if (models.all().size() > most) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, null, String.format(Locale.ROOT,
                    "You have reached the limit of %,d models per account. Delete models you no longer need, "
                            + "or push new versions to an existing model.",
                    most));
        }
    }

    private Model find(String owner, String name) {
        return models.find(owner + "/" + name).orElseThrow(ApiProblem::notFound);
    }

    private static String text(Map<String, Object> request, String key) {
        return String.valueOf(request.get(key));
    }

    private static void check(Map<String, Object> request) {
        List<InvalidField> problems = new ArrayList<>();
        for (String name : REQUIRED) {
            Object value = request.get(name);
            if (value == null) {
                problems.add(InvalidField.required("(root)", name));
            } else if (!(value instanceof String)) {
                problems.add(InvalidField.type(name, "string", "other"));
            }
        }
        if (request.get("name") instanceof String name && !NAME.matcher(name).matches()) {
            problems.add(new InvalidField("pattern", "name", "Does not match pattern '" + NAME + "'"));
        }
        if (request.get("visibility") instanceof String text && !List.of("public", "private").contains(text)) {
            problems.add(new InvalidField("enum", "visibility",
                    "visibility must be one of the following: \"public\", \"private\""));
        }
        if (!problems.isEmpty()) {
            throw ApiProblem.invalid(problems);
        }
    }
}
