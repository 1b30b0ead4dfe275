package dev.likeness.messaging.outbox;

import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.wire.AvroWire;
import java.time.Clock;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {

    @Bean
    Outbox outbox(DatabaseClient database) {
        return new R2dbcOutbox(database);
    }

    @Bean
    OutboxRelay outboxRelay(DatabaseClient database, KafkaProperties kafka, AvroWire wire,
            MessagingProperties properties, Clock clock) {
        ServiceLease lease = new ServiceLease(database, "outbox-relay", properties.relay().lease());
        return new OutboxRelay(new OutboxRows(database), new Pruning(database, properties.retention()), lease,
                () -> new EventPublisher(kafka.buildProducerProperties(), wire, properties.service(), lease),
                properties.relay(), clock);
    }
}
