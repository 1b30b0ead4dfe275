package dev.likeness.sandbox;

import java.net.InetAddress;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.ReactiveMultipartAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebSessionIdResolverAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * The stand-in for the provider as an application of its own: base address
 * {@code http://host:port/v1}. What it needs is named one by one, so that it starts alone on a
 * class path that holds a broker's and a database's starters too.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
        CodecsAutoConfiguration.class,
        ConfigurationPropertiesAutoConfiguration.class,
        ErrorWebFluxAutoConfiguration.class,
        HttpHandlerAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        NettyReactiveWebServerAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        ReactiveMultipartAutoConfiguration.class,
        SslAutoConfiguration.class,
        WebFluxAutoConfiguration.class,
        WebSessionIdResolverAutoConfiguration.class
})
@ComponentScan
@ConfigurationPropertiesScan
public class Sandbox {

    public static void main(String[] args) {
        new SpringApplicationBuilder(Sandbox.class)
                .web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=sandbox", "server.port=8090")
                .run(args);
    }

    /** On this machine only, unless {@code server.address} says otherwise. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory> loopback(Environment environment) {
        return factory -> {
            if (!environment.containsProperty("server.address")) {
                factory.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Event loops of its own: the global ones are disposed of when any context in the JVM closes, which
     * would take every other server in it down.
     */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }
}
