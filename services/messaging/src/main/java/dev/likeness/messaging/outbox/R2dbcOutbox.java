package dev.likeness.messaging.outbox;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.CausationColumns;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Topic;
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
        return CausationColumns.bind(database.sql("""
                INSERT INTO outbox (event_id, topic, user_id, epoch, payload, traceparent,
                                    replay_id, replay_target, may_spend)
                VALUES (:eventId, :topic, :userId, :epoch, :payload, :traceparent,
                        :replayId, :replayTarget, :maySpend)
                """), causation)
                .bind("eventId", eventId)
                .bind("topic", Topic.of(event.getClass()).topicName())
                .bind("userId", field(event, "userId"))
                .bind("epoch", field(event, "epoch"))
                .bind("payload", StoredEvent.encode(event))
                .then();
    }

    private static Object field(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }
}
