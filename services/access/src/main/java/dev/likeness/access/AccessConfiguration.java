package dev.likeness.access;

import dev.likeness.access.openapi.OpenApiConfiguration;
import dev.likeness.access.problem.ProblemConfiguration;
import dev.likeness.access.security.SecurityConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.codec.ByteArrayEncoder;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.DeserializationFeature;

/**
 * All of it but the idempotency keys, which need a database. Needs the property
 * {@code likeness.service}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SseProperties.class)
@Import({SecurityConfiguration.class, ProblemConfiguration.class, OpenApiConfiguration.class})
public class AccessConfiguration {

    @Bean
    SseEvents sseEvents(SseProperties properties) {
        return new SseEvents(properties.poll(), properties.heartbeat());
    }

    @Bean
    HungUpClients hungUpClients() {
        return new HungUpClients();
    }

    // A photo of 10.5 bytes is a mistake of its client, and not one of 10.
    @Bean
    JsonMapperBuilderCustomizer wholeNumbersAreWhole() {
        return mapper -> mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    // The global ones are shut down with the first of several servers in one JVM, and the others die with them.
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    // An XML mapper that some library drags in would make every route read and write XML; there is no
    // switch for it, so a codec that a route has anyway takes its place.
    @Bean
    WebFluxConfigurer jsonOnly() {
        return new WebFluxConfigurer() {
            @Override
            public void configureHttpMessageCodecs(ServerCodecConfigurer configurer) {
                configurer.defaultCodecs().jacksonXmlDecoder(new ByteArrayDecoder());
                configurer.defaultCodecs().jacksonXmlEncoder(new ByteArrayEncoder());
            }
        };
    }
}
