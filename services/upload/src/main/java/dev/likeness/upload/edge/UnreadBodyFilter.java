package dev.likeness.upload.edge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads what a refused request still has to say before the refusal is sent. A client that is
 * answered while it is sending may take the rest of its body for the beginning of its next request,
 * which then is never answered. What is too long to be read for nothing costs the connection
 * instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnreadBodyFilter implements WebFilter {

    private static final long LONGEST = 8L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        if (headers.getContentLength() <= 0 && headers.getFirst(HttpHeaders.TRANSFER_ENCODING) == null) {
            return chain.filter(exchange);
        }
        var watched = new WatchedRequest(request);
        exchange.getResponse().beforeCommit(() -> watched.wasRead() ? Mono.empty() : drain(exchange));
        return chain.filter(exchange.mutate().request(watched).build());
    }

    private static Mono<Void> drain(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        if (request.getHeaders().getContentLength() > LONGEST) {
            return close(exchange);
        }
        var read = new AtomicLong();
        return request.getBody()
                .map(UnreadBodyFilter::release)
                .takeUntil(size -> read.addAndGet(size) > LONGEST)
                .then()
                .timeout(PATIENCE)
                .then(Mono.defer(() -> read.get() > LONGEST ? close(exchange) : Mono.empty()))
                .onErrorResume(_ -> close(exchange));
    }

    private static int release(DataBuffer buffer) {
        int size = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return size;
    }

    private static Mono<Void> close(ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> exchange.getResponse().getHeaders().setConnection("close"));
    }

    /** Remembers whether anybody wanted the body. */
    private static final class WatchedRequest extends ServerHttpRequestDecorator {

        private final AtomicBoolean read = new AtomicBoolean();

        WatchedRequest(ServerHttpRequest request) {
            super(request);
        }

        boolean wasRead() {
            return read.get();
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return super.getBody().doOnSubscribe(_ -> read.set(true));
        }
    }
}
