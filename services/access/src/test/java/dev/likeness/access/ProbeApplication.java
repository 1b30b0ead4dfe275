package dev.likeness.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service with nothing but routes that succeed or fail in every way that this module knows. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({AccessConfiguration.class, ProbeApplication.Routes.class})
class ProbeApplication {

    enum Colour {
        RED,
        GREEN
    }

    record Part(@Positive int size, @Nullable Colour colour) {}

    record Thing(@NotBlank String name, @Valid List<Part> parts, @Nullable UUID id) {}

    record Row(int number) {}

    @RestController
    static class Routes {

        private final SseEvents events;

        Routes(SseEvents events) {
            this.events = events;
        }

        @GetMapping("/v1/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/ops/ping")
        Map<String, String> ping(Caller caller) {
            return Map.of("operator", caller.userId().value());
        }

        @GetMapping("/v1/guarded")
        Map<String, String> guarded(Caller caller) {
            Operators.require(caller);
            return Map.of("ok", "yes");
        }

        @GetMapping("/open/hello")
        Map<String, Boolean> hello(@Nullable Caller caller) {
            return Map.of("known", caller != null);
        }

        @GetMapping("/open/strict")
        Caller strict(Caller caller) {
            return caller;
        }

        @PostMapping("/v1/things")
        Thing create(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @GetMapping("/v1/things/{thingId}")
        Map<String, UUID> thing(@PathVariable UUID thingId) {
            return Map.of("thingId", thingId);
        }

        @GetMapping("/v1/things")
        Page<Row> things(@RequestParam(required = false) @Nullable String cursor,
                @RequestParam(required = false) @Nullable Integer limit) {
            PageLimit size = PageLimit.of(limit);
            long after = Cursor.parse(cursor).map(key -> key.number(0)).orElse(0L);
            List<Row> rows = IntStream.rangeClosed(1, 120)
                    .filter(number -> number > after)
                    .limit(size.rowsToRead())
                    .mapToObj(Row::new)
                    .toList();
            return Page.of(rows, size, row -> Cursor.of(row.number()), row -> row);
        }

        @GetMapping("/v1/count")
        int count(@RequestParam @Max(9) int count) {
            return count;
        }

        @GetMapping("/v1/refusal")
        Mono<String> refusal() {
            return Mono.error(Problems.of(HttpStatus.CONFLICT, "probe", "too-few", "Too few photos",
                    "A set needs 15 photos; this one has 14.").with("measured", 14));
        }

        @GetMapping(path = "/v1/image", produces = MediaType.IMAGE_PNG_VALUE)
        Mono<byte[]> image() {
            return Mono.error(Problems.notFound("probe", "unknown-image", "No such image", "There is no such image."));
        }

        @GetMapping("/v1/crash")
        Mono<String> crash(@RequestHeader("Authorization") String secret) {
            return Mono.error(new IllegalStateException(
                    "GET https://store.example/photo.jpg?X-Amz-Signature=abc123 with " + secret + " failed"));
        }

        @GetMapping("/v1/broken")
        Flux<DataBuffer> broken() {
            DataBuffer start = DefaultDataBufferFactory.sharedInstance.wrap(new byte[20_000]);
            return Flux.just(start)
                    .concatWith(Mono.error(new IllegalStateException("https://store/x?signature=abc123")));
        }

        @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<ServerSentEvent<Object>> events(
                @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
            return events.stream(lastEventId, since -> Flux.range(1, 5)
                    .filter(id -> id > since)
                    .map(id -> new SseEvents.Event(id, "step", Map.of("step", id), id == 5)));
        }
    }
}
