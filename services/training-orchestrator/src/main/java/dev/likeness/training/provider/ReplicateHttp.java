package dev.likeness.training.provider;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Calls of the provider: bounded in time, number and size, and repeated only where that can't cost
 * anything.
 */
@Component
class ReplicateHttp {

    /**
     * Shorter than servers keep a connection: one that they close just now loses a paid call's answer.
     */
    private static final Duration IDLE = Duration.ofSeconds(15);

    private final WebClient client;
    private final ProviderProperties properties;
    private final Guards guards;
    private final JsonMapper json;

    ReplicateHttp(WebClient.Builder builder, ProviderProperties properties, Guards guards, JsonMapper json) {
        this.properties = properties;
        this.guards = guards;
        this.json = json;
        // Reactor Netty repeats a request by itself when its connection breaks early: a second paid call.
        HttpClient http = HttpClient.create(ConnectionProvider.builder("provider")
                .maxConnections(properties.rooms())
                .maxIdleTime(IDLE)
                .build())
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) properties.connectTimeout().toMillis());
        this.client = builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.token())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize((int) properties.maxResponse().toBytes()))
                .build();
    }

    /** What a paid call needs to know first. */
    Mono<Reply> get(String path) {
        return repeated(Lane.PAY, client.get().uri(uri(path)));
    }

    /** Once: whoever looks, looks again. */
    Mono<Reply> look(String path) {
        return guards.once(Lane.LOOK, exchange(client.get().uri(uri(path)), properties.lookTimeout()))
                .onErrorMap(ReplicateHttp::unavailable);
    }

    Mono<Reply> list(String path) {
        return repeated(Lane.LIST, client.get().uri(uri(path)));
    }

    /**
     * A page of a list, wherever its address says it is: the token goes to the provider and nobody
     * else.
     */
    Mono<Reply> page(String address) {
        return Mono.fromCallable(() -> {
            URI page = URI.create(address);
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return properties.baseUrl().resolve(page.getRawPath() + query);
        })
                .onErrorMap(IllegalArgumentException.class, _ -> new TrainerUnavailable("a page without an address"))
                .flatMap(page -> repeated(Lane.LIST, client.get().uri(page)));
    }

    Mono<Reply> delete(String path) {
        return repeated(Lane.STOP, client.method(HttpMethod.DELETE).uri(uri(path)));
    }

    /** Stopping twice is stopping once. */
    Mono<Reply> cancel(String path) {
        return repeated(Lane.STOP, client.post().uri(uri(path)));
    }

    /** Made once. */
    Mono<Reply> post(String path, Object body) {
        RequestBodySpec request = client.post().uri(uri(path)).contentType(MediaType.APPLICATION_JSON);
        return guards.once(Lane.PAY, exchange(request.bodyValue(body), properties.timeout()));
    }

    Mono<Reply> postForm(String path, MultipartBodyBuilder form) {
        return guards.once(Lane.SEND,
                exchange(client.post().uri(uri(path)).body(BodyInserters.fromMultipartData(form.build())),
                        properties.uploadTimeout()))
                .onErrorMap(ReplicateHttp::unavailable);
    }

    URI uri(String path) {
        return URI.create(properties.baseUrl() + path);
    }

    private Mono<Reply> repeated(Lane lane, RequestHeadersSpec<?> request) {
        return guards.repeated(lane, Mono.defer(() -> exchange(request, properties.timeout())))
                .onErrorMap(ReplicateHttp::unavailable);
    }

    private Mono<Reply> exchange(RequestHeadersSpec<?> request, Duration timeout) {
        return request.exchangeToMono(this::reply).timeout(timeout);
    }

    private Mono<Reply> reply(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .map(this::parse)
                .defaultIfEmpty(JsonNodeFactory.instance.missingNode())
                .map(body -> new Reply(response.statusCode().value(), body,
                        retryAfter(response.headers().asHttpHeaders())));
    }

    /** In seconds, or as a time by the provider's own clock. */
    private static Optional<Duration> retryAfter(HttpHeaders headers) {
        @Nullable
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return Optional.empty();
        }
        if (value.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            return Optional.of(Duration.ofMillis(headers.getFirstDate(HttpHeaders.RETRY_AFTER) - headers.getDate()));
        } catch (IllegalArgumentException noTime) {
            return Optional.empty();
        }
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** Without the message of the failure, which names the address. */
    static Throwable unavailable(Throwable failure) {
        return switch (failure) {
            case TrainerRefused refused -> refused;
            case TrainerUnavailable known -> known;
            case BudgetSpent spent -> new TrainerUnavailable("too many calls", Optional.of(spent.after()));
            default -> new TrainerUnavailable(failure.getClass().getSimpleName());
        };
    }
}
