package dev.likeness.validation;

import dev.likeness.validation.judging.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    /** Once, so that limits that contradict one another end the start and not a check. */
    @Bean
    Limits limits(LimitsProperties properties) {
        return properties.limits();
    }
}
