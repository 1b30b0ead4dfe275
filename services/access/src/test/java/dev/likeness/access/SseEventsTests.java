package dev.likeness.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SseEventsTests extends HttpTests {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final List<SseEvents.Event> stored = new CopyOnWriteArrayList<>();

    @Test
    void startsAtTheBeginningAndEndsWithTheLastEvent() {
        String body = events(null);
        assertThat(body).contains("id:1\n").contains("event:step\n").contains("data:{\"step\":1}").contains("id:5\n");
    }

    @Test
    void resumesAfterTheLastEventThatTheClientSaw() {
        assertThat(events("3")).doesNotContain("id:3\n").contains("id:4\n").contains("id:5\n");
    }

    @Test
    void refusesAnIdThatIsNotItsOwn() {
        problem(client.get()
                .uri("/v1/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Last-Event-ID", "x")
                .headers(headers -> bearer(headers, token("anna1")))
                .exchange(), HttpStatus.BAD_REQUEST,
                "access:bad-last-event-id");
    }

    @Test
    void findsLaterEventsByPolling() {
        store(1, false);
        var stream = ids(new SseEvents(Duration.ofMillis(10), LONG).stream(null, this::since));
        StepVerifier.create(stream)
                .expectNext("1")
                .then(() -> store(2, false))
                .expectNext("2")
                .then(() -> store(3, true))
                .expectNext("3")
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void findsLaterEventsWhenWoken() {
        Sinks.Many<String> wakes = Sinks.many().multicast().directBestEffort();
        store(1, false);
        var stream = ids(new SseEvents(LONG, LONG).stream("0", this::since, wakes.asFlux()));
        StepVerifier.create(stream).expectNext("1").then(() -> {
            store(2, true);
            assertThat(wakes.tryEmitNext("any")).isEqualTo(Sinks.EmitResult.OK);
        }).expectNext("2").expectComplete().verify(SOON);
    }

    @Test
    void keepsAQuietStreamAliveWithComments() {
        var stream = new SseEvents(LONG, Duration.ofMillis(20)).stream(null, this::since);
        StepVerifier.create(stream.take(3))
                .expectNextMatches(event -> "".equals(event.comment()))
                .expectNextCount(2)
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void passesOnAFailureToRead() {
        var stream = new SseEvents(LONG, LONG).stream(null, _ -> Flux.error(new IllegalStateException("gone")));
        assertThatThrownBy(() -> ids(stream).blockLast(SOON)).hasMessageContaining("gone");
    }

    @Test
    void doesNotCancelAReadWhenTheClientLeaves() {
        Sinks.One<String> slow = Sinks.one();
        var finished = new CopyOnWriteArrayList<String>();
        var stream = new SseEvents(LONG, LONG).stream(null, _ -> slow.asMono()
                .doOnNext(finished::add)
                .thenMany(Flux.<SseEvents.Event>empty()));
        stream.subscribe().dispose();
        slow.tryEmitValue("read").orThrow();
        assertThat(finished).containsExactly("read");
    }

    private String events(@Nullable String lastEventId) {
        var result = client.get()
                .uri("/v1/events")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    bearer(headers, token("anna1"));
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(byte[].class);
        var bytes = new ByteArrayOutputStream();
        result.getResponseBody().toIterable().forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void store(long id, boolean last) {
        stored.add(new SseEvents.Event(id, "step", Map.of(), last));
    }

    private Flux<SseEvents.Event> since(long id) {
        return Flux.fromIterable(stored).filter(event -> event.id() > id);
    }

    private static Flux<String> ids(Flux<ServerSentEvent<Object>> stream) {
        return stream.concatMap(event -> Mono.justOrEmpty(event.id()));
    }
}
