package dev.likeness.messaging.work;

import dev.likeness.messaging.MessagingProperties;
import dev.likeness.messaging.Transactions;
import dev.likeness.messaging.WorkHandler;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
public class WorkConfiguration {

    @Bean
    WorkRows work(DatabaseClient database) {
        return new WorkRows(database);
    }

    @Bean
    Workers workers(List<WorkHandler> handlers, WorkRows rows, Transactions transactions,
            MessagingProperties properties) {
        return new Workers(handlers, rows, transactions, properties.worker());
    }
}
