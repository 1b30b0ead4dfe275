package dev.likeness.messaging;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Puts a request's trace into its context, so that all that it causes stands in one trace. */
class TraceFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst("traceparent");
        TraceParent trace = header == null
                ? TraceParent.fresh()
                : TraceParent.parse(header).map(TraceParent::child).orElseGet(TraceParent::fresh);
        Causation causation = new Causation(trace, java.util.Optional.empty());
        return chain.filter(exchange).contextWrite(causation::writeTo);
    }
}
