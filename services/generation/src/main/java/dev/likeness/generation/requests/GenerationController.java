package dev.likeness.generation.requests;

import dev.likeness.access.Caller;
import dev.likeness.access.Cursor;
import dev.likeness.access.Page;
import dev.likeness.access.PageLimit;
import dev.likeness.access.SseEvents;
import dev.likeness.access.idempotency.Attempt;
import dev.likeness.access.idempotency.Idempotency;
import dev.likeness.generation.Filed;
import dev.likeness.generation.ShootRequests;
import dev.likeness.generation.Shoots;
import dev.likeness.generation.shoot.Shoot;
import dev.likeness.generation.shoot.ShootId;
import dev.likeness.messaging.Epochs;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/v1/generations")
class GenerationController {

    private static final String PATH = "/v1/generations";

    private final ReadRequest readRequest;
    private final ShootRequests requests;
    private final Shoots shoots;
    private final Epochs epochs;
    private final Idempotency idempotency;
    private final SseEvents events;

    GenerationController(ReadRequest readRequest, ShootRequests requests, Shoots shoots, Epochs epochs,
            Idempotency idempotency, SseEvents events) {
        this.readRequest = readRequest;
        this.requests = requests;
        this.shoots = shoots;
        this.epochs = epochs;
        this.idempotency = idempotency;
        this.events = events;
    }

    record Requested(String generationId) {}

    /** Asks for portraits with the current model. */
    @PostMapping
    Mono<ResponseEntity<Requested>> request(Caller caller, @RequestBody PortraitRequest body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return idempotency.once(new Attempt(caller, "POST " + PATH, key, body), Requested.class,
                cause -> Mono.defer(() -> readRequest.handle(caller.userId(), cause, body))
                        .flatMap(wanted -> requests.request(caller.userId(), cause, wanted))
                        .switchIfEmpty(Mono.error(GenerationProblems::noModel))
                        .map(id -> ResponseEntity.accepted()
                                .location(URI.create(PATH + "/" + id))
                                .body(new Requested(id.toString()))));
    }

    /** The person's generations, newest first. */
    @GetMapping
    Mono<Page<GenerationView>> generations(Caller caller, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        PageLimit size = PageLimit.of(limit);
        Optional<Shoots.Place> after = Cursor.parse(cursor)
                .map(at -> new Shoots.Place(at.instant(0), new ShootId(at.uuid(1))));
        return epochs.current(caller.userId())
                .flatMap(person -> shoots.newest(person, after, size.rowsToRead()))
                .map(rows -> Page.of(rows, size, GenerationController::place, GenerationView::of))
                .defaultIfEmpty(new Page<>(List.of(), null));
    }

    @GetMapping("/{generationId}")
    Mono<GenerationView> generation(Caller caller, @PathVariable UUID generationId) {
        return find(caller, generationId).map(GenerationView::of);
    }

    /** Each change of a generation as the whole of it, until it has ended. */
    @GetMapping(path = "/{generationId}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<Object>>>> events(Caller caller, @PathVariable UUID generationId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        return find(caller, generationId).map(filed -> {
            // A browser comes back after the end of a stream; no content tells it to stop.
            if (filed.shoot() instanceof Shoot.Closed && Long.toString(filed.version()).equals(lastEventId)) {
                return ResponseEntity.noContent().build();
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.TEXT_EVENT_STREAM)
                    .body(events.stream(lastEventId, seen -> since(caller, generationId, seen)));
        });
    }

    private Flux<SseEvents.Event> since(Caller caller, UUID generationId, long seen) {
        return find(caller, generationId).filter(filed -> filed.version() > seen)
                .map(filed -> new SseEvents.Event(filed.version(), "generation", GenerationView.of(filed),
                        filed.shoot() instanceof Shoot.Closed))
                .flux();
    }

    private Mono<Filed> find(Caller caller, UUID generationId) {
        return epochs.current(caller.userId())
                .flatMap(person -> shoots.find(person, new ShootId(generationId)))
                .switchIfEmpty(Mono.error(GenerationProblems::unknownGeneration));
    }

    private static Cursor place(Filed filed) {
        return Cursor.of(filed.commission().requestedAt(), filed.commission().id());
    }
}
