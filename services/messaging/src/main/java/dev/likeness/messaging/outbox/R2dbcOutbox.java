package dev.likeness.messaging.outbox;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Causation.Replay;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Topic;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class R2dbcOutbox implements Outbox {

    private final DatabaseClient database;

    R2dbcOutbox(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> append(UUID eventId, SpecificRecord event) {
        return Causation.current().flatMap(causation -> insert(eventId, event, causation));
    }

    private Mono<Void> insert(UUID eventId, SpecificRecord event, Causation causation) {
        return database.sql("""
                INSERT INTO outbox (event_id, topic, user_id, epoch, payload, traceparent,
                                    replay_id, replay_target, may_spend)
                VALUES (:eventId, :topic, :userId, :epoch, :payload, :traceparent,
                        :replayId, :replayTarget, :maySpend)
                """)
                .bind("eventId", eventId)
                .bind("topic", Topic.of(event.getClass()).topicName())
                .bind("userId", field(event, "userId"))
                .bind("epoch", field(event, "epoch"))
                .bind("payload", StoredEvent.encode(event))
                .bind("traceparent", causation.trace().toString())
                .bind("replayId", Parameters.in(R2dbcType.VARCHAR, causation.replay().map(Replay::id).orElse(null)))
                .bind("replayTarget",
                        Parameters.in(R2dbcType.VARCHAR, causation.replay().map(Replay::target).orElse(null)))
                .bind("maySpend", causation.maySpend())
                .then();
    }

    private static Object field(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }
}
