package dev.likeness.upload.edge;

import dev.likeness.access.Problem;
import dev.likeness.access.ProblemException;
import dev.likeness.access.Problems;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Says of a service that does not answer which one it is, and that trying again makes sense. */
@Component
class ServiceUnavailableFilter implements GlobalFilter, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ServiceUnavailableFilter.class);

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorMap(ServiceUnavailableFilter::meansNoAnswer,
                        failure -> unavailable(exchange, failure));
    }

    // Connection refused, reset or closed early and unknown host are all IOExceptions.
    private static boolean meansNoAnswer(Throwable failure) {
        return switch (failure) {
            case IOException _,TimeoutException _ -> true;
            case ResponseStatusException status -> status.getStatusCode().is5xxServerError();
            default -> failure.getCause() instanceof IOException;
        };
    }

    private static ProblemException unavailable(ServerWebExchange exchange, Throwable failure) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String service = route == null ? "unknown" : route.getId();
        log.warn("The service {} does not answer: {}", service, failure.getClass().getSimpleName());
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "upload", "service-unavailable", "Not available just now",
                "This part of the system does not answer just now. Nothing is lost; try again in a moment.")
                .with("service", service)
                .with(Problem.RETRY_AFTER, 5);
    }
}
