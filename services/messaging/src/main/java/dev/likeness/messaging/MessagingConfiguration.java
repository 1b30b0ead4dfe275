package dev.likeness.messaging;

import dev.likeness.messaging.epoch.EpochConfiguration;
import dev.likeness.messaging.inbox.InboxConfiguration;
import dev.likeness.messaging.outbox.OutboxConfiguration;
import dev.likeness.messaging.wire.WireConfiguration;
import dev.likeness.messaging.work.WorkConfiguration;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Imported by each service; nothing here configures itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingProperties.class)
@Import({WireConfiguration.class, EpochConfiguration.class, OutboxConfiguration.class, InboxConfiguration.class,
        WorkConfiguration.class})
public class MessagingConfiguration {

    @Bean
    Transactions transactions(ReactiveTransactionManager manager, ObjectProvider<AfterCommit> afterCommit) {
        return new Transactions(TransactionalOperator.create(manager), afterCommit);
    }

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
