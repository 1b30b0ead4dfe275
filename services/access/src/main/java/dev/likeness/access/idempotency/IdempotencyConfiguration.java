package dev.likeness.access.idempotency;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** Idempotency keys in the service's own database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyProperties.class)
public class IdempotencyConfiguration {

    @Bean
    IdempotencyKeys idempotencyKeys(DatabaseClient database) {
        return new R2dbcIdempotencyKeys(database);
    }

    @Bean
    Idempotency idempotency(IdempotencyKeys keys, IdempotencyProperties properties, JsonMapper json) {
        return new Idempotency(keys, properties, json);
    }
}
