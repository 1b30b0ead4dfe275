package dev.likeness.access.problem;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.WebExceptionHandler;
import tools.jackson.databind.json.JsonMapper;

/** The one place where failures become answers. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    // Before Spring Boot's own handler at -1. Not a controller advice: that one neither sees what
    // filters raise, nor answers a client that accepts only images or event streams.
    @Bean
    @Order(-2)
    WebExceptionHandler problemHandler(ProblemWriter writer, @Value("${likeness.service}") String service) {
        return new ProblemHandler(writer, new FailureProblems(service));
    }
}
