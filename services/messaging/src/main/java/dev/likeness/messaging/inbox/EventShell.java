package dev.likeness.messaging.inbox;

import dev.likeness.messaging.Causation;
import dev.likeness.messaging.Delivery;
import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.Topic;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.wire.AvroWire;
import dev.likeness.messaging.wire.EventHeaders;
import dev.likeness.messaging.wire.Unreadable;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.UserId;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The one shell around every handler: reads the record, and in one transaction remembers it, checks
 * its epoch and lets the handler decide. The offset is committed after that.
 */
class EventShell {

    private static final Logger log = LoggerFactory.getLogger(EventShell.class);

    private final AvroWire wire;
    private final Inbox inbox;
    private final Epochs epochs;
    private final Transactions transactions;
    private final String service;

    EventShell(AvroWire wire, Inbox inbox, Epochs epochs, Transactions transactions, String service) {
        this.wire = wire;
        this.inbox = inbox;
        this.epochs = epochs;
        this.transactions = transactions;
        this.service = service;
    }

    /**
     * Blocks until the record has taken effect; without a timeout, which would cancel the transaction.
     */
    <E extends SpecificRecord> void accept(EventHandler<E> handler, ConsumerRecord<?, byte[]> record) {
        Topic topic = Topic.of(handler.event());
        if (record.value() == null) {
            throw new Unreadable("A record without a value");
        }
        Causation causation = EventHeaders.causation(record.headers());
        if (causation.replay().filter(replay -> !replay.target().equals(service)).isPresent()) {
            return;
        }
        UUID eventId = EventHeaders.eventId(record.headers());
        E event = handler.event().cast(wire.read(topic, record.value()));
        Delivery delivery = new Delivery(eventId, person(event));
        transactions.run(() -> once(handler, event, delivery, causation))
                .contextWrite(causation::writeTo)
                .block();
    }

    private <E extends SpecificRecord> Mono<Void> once(EventHandler<E> handler, E event, Delivery delivery,
            Causation causation) {
        String consumer = service + "." + handler.getClass().getSimpleName();
        return inbox.isFirst(consumer, delivery.eventId(), causation.replay())
                .flatMap(first -> first ? admitted(handler, event, delivery) : Mono.<Void>empty());
    }

    private <E extends SpecificRecord> Mono<Void> admitted(EventHandler<E> handler, E event, Delivery delivery) {
        return epochs.admit(delivery.person()).flatMap(current -> {
            if (!current) {
                log.info("Dropped {} {} of epoch {}, which is over", handler.event().getSimpleName(),
                        delivery.eventId(), delivery.person().epoch().value());
                return Mono.<Void>empty();
            }
            return handler.handle(event, delivery);
        });
    }

    private static Person person(SpecificRecord event) {
        try {
            return new Person(new UserId(text(event, "userId")), new Epoch((long) field(event, "epoch")),
                    new Space(text(event, "space")));
        } catch (IllegalArgumentException outOfForm) {
            throw new Unreadable("The event says nothing usable of whom it is about: " + outOfForm.getMessage(),
                    outOfForm);
        }
    }

    private static String text(SpecificRecord event, String name) {
        return field(event, name).toString();
    }

    private static Object field(SpecificRecord event, String name) {
        return event.get(event.getSchema().getField(name).pos());
    }
}
