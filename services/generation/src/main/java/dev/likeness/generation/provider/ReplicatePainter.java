package dev.likeness.generation.provider;

import dev.likeness.generation.shoot.FailureReason;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The provider's HTTP API. The client given sends the token, follows no redirect and repeats
 * nothing.
 */
final class ReplicatePainter implements Painter {

    private static final Logger log = LoggerFactory.getLogger(ReplicatePainter.class);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final WebClient api;
    private final ProviderProperties properties;
    private final Bulkhead bulkhead;
    private final String base;

    ReplicatePainter(WebClient api, ProviderProperties properties, Bulkhead bulkhead) {
        this.api = api;
        this.properties = properties;
        this.bulkhead = bulkhead;
        base = properties.baseUrl().toString().replaceAll("/+$", "");
    }

    @Override
    public Mono<Answer> predict(Order order) {
        return api.post()
                .uri(URI.create(base + "/predictions"))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(PredictionJson.request(order))
                .exchangeToMono(ReplicatePainter::answer)
                .timeout(properties.postTimeout())
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(failure -> Mono.just(unanswered(failure)));
    }

    @Override
    public Mono<Listing> find(Marker marker) {
        return new PredictionSearch(this::get).run(marker);
    }

    @Override
    public Mono<Look> look(String predictionId) {
        return get("/predictions/" + predictionId).map(PredictionJson::look)
                .onErrorResume(NotThere.class,
                        _ -> Mono.just(new Look.Ended(FailureReason.OUTPUTS_GONE)));
    }

    // Not repeated: it is sent when patience is over anyway, and the provider has a limit of its own.
    @Override
    public Mono<Void> cancel(String predictionId) {
        return api.post()
                .uri(URI.create(base + "/predictions/" + predictionId + "/cancel"))
                .exchangeToMono(ClientResponse::releaseBody)
                .timeout(properties.getTimeout())
                .onErrorResume(failure -> Mono.fromRunnable(
                        () -> log.warn("Prediction {} could not be canceled: {}", predictionId, kind(failure))));
    }

    /** @param pathAndQuery below the base address, already encoded */
    private Mono<JsonNode> get(String pathAndQuery) {
        return api.get()
                .uri(URI.create(base + pathAndQuery))
                .exchangeToMono(ReplicatePainter::body)
                .timeout(properties.getTimeout())
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .retryWhen(Retry.backoff(properties.getAttempts() - 1L, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(2))
                        .jitter(0.5)
                        .filter(ReplicatePainter::mayPass)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()));
    }

    private static Mono<Answer> answer(ClientResponse response) {
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(JsonNode.class)
                    .flatMap(body -> Mono.justOrEmpty(PredictionJson.id(body)))
                    .<Answer>map(Answer.Accepted::new)
                    .defaultIfEmpty(new Answer.Lost());
        }
        int status = response.statusCode().value();
        return json(response).map(body -> {
            Answer answer = Refusals.answer(status, body, response.headers().asHttpHeaders());
            log.warn("A prediction was answered with {}: {}", status, answer);
            return answer;
        });
    }

    private static Mono<JsonNode> body(ClientResponse response) {
        int status = response.statusCode().value();
        if (response.statusCode().is2xxSuccessful()) {
            return response.bodyToMono(JsonNode.class).switchIfEmpty(Mono.error(() -> new ProviderFailed(status)));
        }
        return json(response).flatMap(body -> Mono.error(switch (response.statusCode()) {
            case HttpStatus.NOT_FOUND -> new NotThere();
            case HttpStatus.TOO_MANY_REQUESTS ->
                new Throttled(Refusals.pause(body, response.headers().asHttpHeaders()));
            default -> new ProviderFailed(status);
        }));
    }

    // An error's body may be anything, a proxy's page too.
    private static Mono<JsonNode> json(ClientResponse response) {
        return response.bodyToMono(JsonNode.class)
                .onErrorReturn(JsonNodeFactory.instance.objectNode())
                .defaultIfEmpty(JsonNodeFactory.instance.objectNode());
    }

    private static Answer unanswered(Throwable failure) {
        boolean neverSent = failure instanceof BulkheadFullException
                || failure instanceof WebClientRequestException request
                        && (request.getCause() instanceof ConnectException
                                || request.getCause() instanceof UnknownHostException);
        log.warn("A prediction was not answered: {}", kind(failure));
        return neverSent ? new Answer.NotNow(PAUSE) : new Answer.Lost();
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof ProviderFailed || failure instanceof WebClientRequestException
                || failure instanceof TimeoutException || failure instanceof BulkheadFullException;
    }

    // Never the message: it may hold the address.
    private static String kind(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }

    /** The provider does not have it. */
    static final class NotThere extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotThere() {
            super("The provider answered 404");
        }
    }
}
