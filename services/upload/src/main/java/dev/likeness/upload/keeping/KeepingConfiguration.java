package dev.likeness.upload.keeping;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class KeepingConfiguration {

    @Bean
    PhotoSets photoSets(DatabaseClient database, LooseObjects loose, TrainingRequests requests,
            Transactions transactions, Epochs epochs, Outbox outbox, Clock clock) {
        var photos = new PhotoRows(database);
        return new PhotoSets(new SetRows(database, photos), photos, loose, requests,
                new PhotoSets.Shell(transactions, epochs, outbox, clock));
    }
}
