package dev.likeness.sandbox.trainings;

import dev.likeness.sandbox.behaviour.Fault;
import dev.likeness.sandbox.http.ApiProblem;
import dev.likeness.sandbox.http.PublicUrls;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** Trainings over HTTP. */
@RestController
class TrainingController {

    private final AcceptTraining acceptTraining;
    private final ListTrainings listTrainings;
    private final PublicUrls urls;
    private final TrainingViews views;

    TrainingController(AcceptTraining acceptTraining, ListTrainings listTrainings, PublicUrls urls,
            TrainingViews views) {
        this.acceptTraining = acceptTraining;
        this.listTrainings = listTrainings;
        this.urls = urls;
        this.views = views;
    }

    @PostMapping("/v1/models/{owner}/{name}/versions/{version}/trainings")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> create(@PathVariable String owner, @PathVariable String name, @PathVariable String version,
            @RequestBody Map<String, Object> request, ServerHttpRequest http) {
        String base = urls.base(http);
        return TrainingView.created(acceptTraining.handle(owner + "/" + name, version, request, base), base);
    }

    @GetMapping("/v1/trainings")
    Map<String, Object> list(ServerWebExchange exchange) {
        return listTrainings.handle(exchange.getRequest(), exchange.getAttribute(Fault.ATTRIBUTE));
    }

    @GetMapping("/v1/trainings/{id}")
    Map<String, Object> get(@PathVariable String id, ServerHttpRequest http) {
        return views.find(id, http).orElseThrow(ApiProblem::notFound);
    }

    @PostMapping("/v1/trainings/{id}/cancel")
    Map<String, Object> cancel(@PathVariable String id, ServerHttpRequest http) {
        return views.cancel(id, http).orElseThrow(ApiProblem::notFound);
    }
}
