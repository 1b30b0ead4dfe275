package dev.likeness.sandbox.limits;

import dev.likeness.sandbox.behaviour.Behaviours;
import dev.likeness.sandbox.behaviour.Limits;
import dev.likeness.sandbox.http.Answers;
import dev.likeness.sandbox.http.ApiProblem;
import java.time.Clock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts the calls under {@code /v1}, those that make a prediction by themselves. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RateLimitFilter implements WebFilter {

    private final Behaviours behaviours;
    private final Answers answers;
    private final Clock clock;
    private final Allowance predictions = new Allowance();
    private final Allowance others = new Allowance();

    RateLimitFilter(Behaviours behaviours, Answers answers, Clock clock) {
        this.behaviours = behaviours;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (!path.startsWith("/v1/")) {
            return chain.filter(exchange);
        }
        Limits limits = behaviours.current().limits();
        boolean prediction = request.getMethod().equals(HttpMethod.POST) && path.equals("/v1/predictions");
        Allowance.Taken taken = prediction
                ? predictions.take(limits.predictionsPerMinute(), clock.instant())
                : others.take(limits.requestsPerMinute(), clock.instant());
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("ratelimit-remaining", Integer.toString(taken.remaining()));
        headers.set("ratelimit-reset", Integer.toString(taken.resetSeconds()));
        return taken.granted()
                ? chain.filter(exchange)
                : answers.problem(exchange, ApiProblem.throttled(taken.retrySeconds()));
    }
}
