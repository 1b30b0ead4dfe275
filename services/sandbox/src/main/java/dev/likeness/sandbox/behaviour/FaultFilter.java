package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.http.Answers;
import dev.likeness.sandbox.http.ApiProblem;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets the faults of the behaviour happen, behind the check of the token. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FaultFilter implements WebFilter {

    private static final Duration NEVER = Duration.ofHours(1);

    private final Behaviours behaviours;
    private final StruckFaults struck;
    private final Answers answers;

    FaultFilter(Behaviours behaviours, StruckFaults struck, Answers answers) {
        this.behaviours = behaviours;
        this.struck = struck;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (behaviours.current().faults().isEmpty()) {
            return chain.filter(exchange);
        }
        ServerHttpRequest request = exchange.getRequest();
        return Mono.justOrEmpty(Operation.of(request.getMethod(), request.getPath().value()))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(operation -> Mono.justOrEmpty(behaviours.take(operation))
                        .map(fault -> happen(fault, operation, exchange, chain)))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(happening -> happening);
    }

    private Mono<Void> happen(Fault fault, Operation operation, ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpResponse response = exchange.getResponse();
        Mono<Void> strike = Mono.fromRunnable(() -> struck.add(operation, fault.kind()));
        Mono<Void> asUsual = Mono.defer(() -> chain.filter(exchange));
        return switch (fault.kind()) {
            case ERROR_500 -> strike.then(answers.problem(exchange, broken()));
            case ERROR_503 -> strike.then(answers.problem(exchange, new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE,
                    "Service unavailable", "The service is temporarily unavailable.")));
            case ERROR_429 -> strike.then(answers.problem(exchange,
                    ApiProblem.throttled((int) Math.max(1, fault.delay().toSeconds()))));
            case ERROR_402 -> strike.then(answers.problem(exchange, ApiProblem.insufficientCredit()));
            case GONE -> strike.then(answers.problem(exchange, ApiProblem.notFound()));
            case TIMEOUT -> strike.then(Mono.delay(NEVER)).then();
            case RESET -> strike.then(HungUp.reset(response));
            case SLOW -> strike.then(Mono.delay(fault.delay())).then(asUsual);
            case DROP_AFTER_ACCEPT -> instead(strike.then(HungUp.closed(response)), exchange, chain);
            case RESET_AFTER_ACCEPT -> instead(strike.then(HungUp.reset(response)), exchange, chain);
            case ERROR_500_AFTER_ACCEPT -> instead(strike.then(Mono.defer(() -> answers.problem(exchange, broken()))),
                    exchange, chain);
            case LATE_AFTER_ACCEPT -> chain.filter(exchange.mutate()
                    .response(SpoiledResponse.after(response, strike.then(Mono.delay(fault.delay())).then()))
                    .build());
            case LAGGING, WITHOUT_INPUT -> {
                exchange.getAttributes().put(Fault.ATTRIBUTE, fault);
                yield asUsual;
            }
            case LOST, LATE, DUPLICATED, OUT_OF_ORDER, FORGED, STUCK, FAILED, ABORTED, SILENT, WEIGHTS_GONE,
                    DATA_REMOVED ->
                asUsual;
        };
    }

    private static Mono<Void> instead(Mono<Void> happening, ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange.mutate()
                .response(SpoiledResponse.instead(exchange.getResponse(), happening))
                .build());
    }

    private static ApiProblem broken() {
        return new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR, "Internal server error",
                "An unexpected error occurred.");
    }
}
