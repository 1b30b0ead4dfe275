package dev.likeness.training.provider;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
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

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final WebClient client;
    private final ProviderProperties properties;
    private final JsonMapper json;
    private final Bulkhead bulkhead;
    private final Retry retry;

    ReplicateHttp(WebClient.Builder builder, ProviderProperties properties, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        // Reactor Netty repeats a request by itself when its connection breaks early: a second paid call.
        HttpClient http = HttpClient.create()
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) properties.connectTimeout().toMillis());
        this.client = builder.clone()
                .clientConnector(new ReactorClientHttpConnector(http))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + properties.token())
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize((int) properties.maxResponse().toBytes()))
                .build();
        this.bulkhead = Bulkhead.of("provider", BulkheadConfig.custom()
                .maxConcurrentCalls(properties.concurrency())
                .maxWaitDuration(Duration.ZERO)
                .build());
        this.retry = Retry.of("provider", RetryConfig.<Reply>custom()
                .maxAttempts(properties.attempts())
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, 0.5))
                .retryOnResult(Reply::transientFault)
                .retryOnException(failure -> !(failure instanceof TrainerRefused))
                .build());
    }

    Mono<Reply> get(String path) {
        return repeatable(client.get().uri(uri(path)));
    }

    /**
     * A page of a list, wherever its address says it is: the token goes to the provider and nobody
     * else.
     */
    Mono<Reply> page(String address) {
        URI page = URI.create(address);
        String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
        return repeatable(client.get().uri(properties.baseUrl().resolve(page.getRawPath() + query)));
    }

    Mono<Reply> delete(String path) {
        return repeatable(client.method(HttpMethod.DELETE).uri(uri(path)));
    }

    /** Stopping twice is stopping once. */
    Mono<Reply> cancel(String path) {
        return repeatable(client.post().uri(uri(path)));
    }

    /** Made once. */
    Mono<Reply> post(String path, Object body) {
        RequestBodySpec request = client.post().uri(uri(path)).contentType(MediaType.APPLICATION_JSON);
        return once(request.bodyValue(body), properties.timeout());
    }

    Mono<Reply> postForm(String path, MultipartBodyBuilder form) {
        return once(client.post().uri(uri(path)).body(BodyInserters.fromMultipartData(form.build())),
                properties.uploadTimeout()).onErrorMap(ReplicateHttp::unavailable);
    }

    URI uri(String path) {
        return URI.create(properties.baseUrl() + path);
    }

    private Mono<Reply> repeatable(RequestHeadersSpec<?> request) {
        return Mono.defer(() -> once(request, properties.timeout()))
                .transformDeferred(RetryOperator.of(retry))
                .onErrorMap(ReplicateHttp::unavailable);
    }

    private Mono<Reply> once(RequestHeadersSpec<?> request, Duration timeout) {
        return request.exchangeToMono(this::reply)
                .timeout(timeout)
                .transformDeferred(BulkheadOperator.of(bulkhead));
    }

    private Mono<Reply> reply(ClientResponse response) {
        return response.bodyToMono(byte[].class)
                .map(this::parse)
                .defaultIfEmpty(JsonNodeFactory.instance.missingNode())
                .map(body -> new Reply(response.statusCode().value(), body));
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** Without the message of the failure, which names the address. */
    private static Throwable unavailable(Throwable failure) {
        return failure instanceof TrainerRefused || failure instanceof TrainerUnavailable
                ? failure
                : new TrainerUnavailable(failure.getClass().getSimpleName());
    }
}
