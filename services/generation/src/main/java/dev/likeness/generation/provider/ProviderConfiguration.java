package dev.likeness.generation.provider;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderProperties.class)
class ProviderConfiguration {

    private static final int LARGEST_PAGE = 8 * 1024 * 1024;

    @Bean
    Painter painter(ProviderProperties properties, WebClient.Builder builder) {
        Bulkhead bulkhead = Bulkhead.of("generation-provider", BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrency())
                .maxWaitDuration(Duration.ZERO)
                .build());
        WebClient api = builder.clone()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.token())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_PAGE))
                .clientConnector(connector("generation-provider", properties))
                .build();
        return new ReplicatePainter(api, properties, bulkhead);
    }

    @Bean
    Outputs outputs(ProviderProperties properties, WebClient.Builder builder) {
        WebClient client = builder.clone()
                .codecs(codecs -> codecs.defaultCodecs()
                        .maxInMemorySize(Math.toIntExact(properties.maxOutput().toBytes())))
                .clientConnector(connector("generation-outputs", properties))
                .build();
        return new WebOutputs(client, properties);
    }

    // Without retry: by itself this client sends a request again when the connection breaks, paid ones too.
    private static ReactorClientHttpConnector connector(String name, ProviderProperties properties) {
        ConnectionProvider pool = ConnectionProvider.builder(name)
                .maxConnections(2 * properties.concurrency())
                .maxIdleTime(Duration.ofSeconds(20))
                .build();
        return new ReactorClientHttpConnector(HttpClient.create(pool)
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(properties.connectTimeout().toMillis())));
    }
}
