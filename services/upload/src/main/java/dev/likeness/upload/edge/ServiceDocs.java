package dev.likeness.upload.edge;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The documentation of the other services, as they give it themselves. */
class ServiceDocs {

    private static final Logger log = LoggerFactory.getLogger(ServiceDocs.class);

    private final WebClient client;
    private final EdgeProperties properties;

    ServiceDocs(WebClient client, EdgeProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    /** Each service with its OpenAPI document; empty where it could not be had. */
    Mono<Map<Downstream, Optional<byte[]>>> all() {
        return Flux.fromArray(Downstream.values())
                .flatMap(service -> of(service).map(document -> Map.entry(service, document)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(Downstream.class));
    }

    private Mono<Optional<byte[]>> of(Downstream service) {
        return client.get()
                .uri(properties.url(service).resolve("/v3/api-docs"))
                .retrieve()
                .bodyToMono(byte[].class)
                .timeout(properties.docsTimeout())
                .map(Optional::of)
                .onErrorResume(failure -> {
                    log.info("No documentation of {} just now: {}", service.label(),
                            failure.getClass().getSimpleName());
                    return Mono.just(Optional.empty());
                })
                .defaultIfEmpty(Optional.empty());
    }
}
