package dev.likeness.messaging.inbox;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.EventHandler;
import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.wire.AvroWire;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

    @Bean
    Consumers consumers(List<EventHandler<?>> handlers, DatabaseClient database, AvroWire wire, Epochs epochs,
            Transactions transactions, KafkaProperties kafka, MessagingProperties properties) {
        EventShell shell = new EventShell(wire, new Inbox(database), epochs, transactions, properties.service());
        return new Consumers(handlers, shell, new DeadLetters(database), kafka.buildConsumerProperties(), properties);
    }
}
