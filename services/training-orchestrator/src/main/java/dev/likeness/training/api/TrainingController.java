package dev.likeness.training.api;

import dev.likeness.access.Caller;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import dev.likeness.access.SseEvents;
import dev.likeness.access.Uninterrupted;
import dev.likeness.training.run.Recipe;
import dev.likeness.training.run.TrainingId;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/trainings")
class TrainingController {

    private final TrainingReads reads;
    private final CancelTraining cancelTraining;
    private final RetryTraining retryTraining;
    private final EstimateTraining estimateTraining;
    private final Pulses pulses;
    private final SseEvents events;

    TrainingController(TrainingReads reads, CancelTraining cancelTraining, RetryTraining retryTraining,
            EstimateTraining estimateTraining, Pulses pulses, SseEvents events) {
        this.reads = reads;
        this.cancelTraining = cancelTraining;
        this.retryTraining = retryTraining;
        this.estimateTraining = estimateTraining;
        this.pulses = pulses;
        this.events = events;
    }

    @GetMapping
    Mono<Page<TrainingView>> list(Caller caller, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Uninterrupted.of(reads.page(caller.userId(), PageLimit.of(limit), Cursor.parse(cursor)));
    }

    @GetMapping("/{trainingId}")
    Mono<TrainingView> get(Caller caller, @PathVariable String trainingId) {
        TrainingId id = parse(trainingId);
        return Uninterrupted.of(reads.find(caller.userId(), id))
                .switchIfEmpty(Mono.error(() -> unknown(id)));
    }

    @GetMapping(path = "/{trainingId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Object>> events(Caller caller, @PathVariable String trainingId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        TrainingId id = parse(trainingId);
        return get(caller, trainingId)
                .thenMany(pulses.beside(
                        events.stream(lastEventId, after -> reads.told(caller.userId(), id, after)), caller.userId(),
                        id));
    }

    @PostMapping("/{trainingId}/cancel")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<TrainingView> cancel(Caller caller, @PathVariable String trainingId) {
        return cancelTraining.handle(caller.userId(), parse(trainingId))
                .then(Mono.defer(() -> get(caller, trainingId)));
    }

    @PostMapping("/estimate")
    Mono<EstimateView> estimate(Caller caller, @RequestBody(required = false) @Nullable EstimateRequest request) {
        Recipe recipe = (request == null ? EstimateRequest.USUAL : request).recipe();
        return Uninterrupted.of(estimateTraining.handle(caller.userId(), recipe));
    }

    @PostMapping("/{trainingId}/retry")
    Mono<ResponseEntity<TrainingView>> retry(Caller caller, @PathVariable String trainingId) {
        return retryTraining.handle(caller.userId(), parse(trainingId))
                .flatMap(another -> get(caller, another.toString()))
                .map(view -> ResponseEntity.accepted()
                        .location(URI.create("/v1/trainings/" + view.trainingId()))
                        .body(view));
    }

    private static TrainingId parse(String trainingId) {
        try {
            return TrainingId.of(trainingId);
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    static ProblemException unknown(TrainingId id) {
        return unknown().with("trainingId", id.toString());
    }

    private static ProblemException unknown() {
        return Problems.notFound("training", "unknown-training", "Unknown training",
                "You have no training with this id. The list at /v1/trainings shows those you have.");
    }
}
