package dev.likeness.training.api;

import dev.likeness.access.Uninterrupted;
import dev.likeness.person.UserId;
import dev.likeness.training.run.TrainingId;
import java.time.Duration;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What changes between two steps of a training: when the provider was last heard from, and when it
 * will end. Without an id, since nobody has to be told again what is past.
 */
@Component
class Pulses {

    private final TrainingReads reads;
    private final WatchProperties properties;

    Pulses(TrainingReads reads, WatchProperties properties) {
        this.reads = reads;
        this.properties = properties;
    }

    /** Adds them to the stream, for as long as it lasts. */
    Flux<ServerSentEvent<Object>> beside(Flux<ServerSentEvent<Object>> told, UserId userId, TrainingId id) {
        return told.publish(events -> Flux.merge(events, of(userId, id).takeUntilOther(events.then())));
    }

    private Flux<ServerSentEvent<Object>> of(UserId userId, TrainingId id) {
        return Flux.interval(Duration.ZERO, properties.pulse())
                .onBackpressureDrop()
                .concatMap(_ -> Uninterrupted.of(reads.find(userId, id)), 1)
                .takeWhile(view -> view.endedAt() == null)
                .map(TrainingView::pulse)
                .map(pulse -> ServerSentEvent.<Object>builder(pulse).event("pulse").build());
    }
}
