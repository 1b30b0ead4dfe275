package dev.likeness.sandbox.behaviour;

import dev.likeness.sandbox.http.Answers;
import dev.likeness.sandbox.http.ApiProblem;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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

    private final Behaviours behaviours;
    private final Answers answers;

    FaultFilter(Behaviours behaviours, Answers answers) {
        this.behaviours = behaviours;
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (behaviours.current().faults().isEmpty()) {
            return chain.filter(exchange);
        }
        return Mono.fromCallable(() -> Operation
                .of(exchange.getRequest().getMethod(), exchange.getRequest().getPath().value())
                .flatMap(behaviours::take))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(fault -> fault.isEmpty() ? chain.filter(exchange) : happen(fault.get(), exchange, chain));
    }

    private Mono<Void> happen(Fault fault, ServerWebExchange exchange, WebFilterChain chain) {
        return switch (fault.kind()) {
            case ERROR_500 -> answers.problem(exchange, new ApiProblem(HttpStatus.INTERNAL_SERVER_ERROR,
                    "Internal server error", "An unexpected error occurred."));
            case ERROR_429 -> answers.problem(exchange,
                    ApiProblem.throttled((int) Math.max(1, fault.delay().toSeconds())));
            case ERROR_402 -> answers.problem(exchange, ApiProblem.insufficientCredit());
            case TIMEOUT -> Mono.delay(Duration.ofHours(1)).then();
            case DROP_AFTER_ACCEPT -> chain.filter(
                    exchange.mutate().response(new DroppedResponse(exchange.getResponse())).build());
            case SLOW -> Mono.delay(fault.delay()).then(Mono.defer(() -> chain.filter(exchange)));
        };
    }
}
