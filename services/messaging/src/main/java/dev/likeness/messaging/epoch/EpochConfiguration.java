package dev.likeness.messaging.epoch;

import dev.likeness.messaging.Epochs;
import dev.likeness.messaging.Holdings;
import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Outbox;
import dev.likeness.messaging.Work;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
public class EpochConfiguration {

    @Bean
    Epochs epochs(DatabaseClient database, Work work) {
        return new R2dbcEpochs(database, work, new SecureRandom());
    }

    @Bean
    PurgeOlder purgeOlder(ObjectProvider<Holdings> holdings, Outbox outbox, MessagingProperties properties,
            Clock clock) {
        return new PurgeOlder(holdings, outbox, properties, clock);
    }

    @Bean
    UserResetHandler userResetHandler() {
        return new UserResetHandler();
    }
}
