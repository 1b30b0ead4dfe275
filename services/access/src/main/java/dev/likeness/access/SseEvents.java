package dev.likeness.access;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Server-sent events that a client can resume: from stored, numbered events, read again whenever
 * there may be more.
 */
public final class SseEvents {

    private final Duration poll;
    private final Duration heartbeat;

    /**
     * @param poll how long a new event may wait unseen when nobody wakes the stream
     * @param heartbeat how often a comment keeps proxies from closing a quiet stream
     */
    public SseEvents(Duration poll, Duration heartbeat) {
        this.poll = poll;
        this.heartbeat = heartbeat;
    }

    /**
     * One stored event of a stream.
     *
     * @param id greater than that of every earlier event of the stream
     * @param data rendered as JSON
     * @param last whether nothing can follow, so that the stream ends
     */
    public record Event(long id, String type, Object data, boolean last) {}

    /** As {@link #stream(String, LongFunction, Publisher)}, by polling alone. */
    public Flux<ServerSentEvent<Object>> stream(@Nullable String lastEventId, LongFunction<Flux<Event>> since) {
        return stream(lastEventId, since, Mono.never());
    }

    /**
     * Every event after the given one, then new ones as they come, until the last.
     *
     * @param lastEventId the header {@code Last-Event-ID}; absent: from the beginning; a 400 problem if
     * no number
     * @param since finite: the events with a greater id that exist now, in order
     * @param wakes a hint that there may be more; missing one costs at most one poll
     */
    public Flux<ServerSentEvent<Object>> stream(@Nullable String lastEventId, LongFunction<Flux<Event>> since,
            Publisher<?> wakes) {
        long start = parse(lastEventId);
        return Flux.defer(() -> events(new AtomicLong(start), since, wakes))
                .map(SseEvents::rendered)
                .publish(events -> Flux.merge(events, heartbeats().takeUntilOther(events.then())));
    }

    private Flux<Event> events(AtomicLong seen, LongFunction<Flux<Event>> since, Publisher<?> wakes) {
        Mono<List<Event>> read = Uninterrupted.of(Flux.defer(() -> since.apply(seen.get())).collectList())
                .doOnNext(events -> events.forEach(event -> seen.set(event.id())));
        Mono<Long> pause = Mono.firstWithSignal(Mono.delay(poll), Flux.from(wakes).next().thenReturn(0L));
        // A prefetch of one, so that a slow client slows the reading down.
        return read.repeatWhen(reads -> reads.concatMap(_ -> pause, 1))
                .concatMapIterable(events -> events, 1)
                .takeUntil(Event::last);
    }

    // The first one at once: it sends the headers, so that a client knows that it is connected.
    private Flux<ServerSentEvent<Object>> heartbeats() {
        return Flux.interval(Duration.ZERO, heartbeat)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.builder().comment("").build());
    }

    private static ServerSentEvent<Object> rendered(Event event) {
        return ServerSentEvent.builder(event.data()).id(Long.toString(event.id())).event(event.type()).build();
    }

    private static long parse(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return 0;
        }
        try {
            return Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException notOurs) {
            throw Problems.badRequest("bad-last-event-id", "Bad Last-Event-ID",
                    "Last-Event-ID must be the id of an event of this stream, a whole number, or absent to start from the beginning.");
        }
    }
}
