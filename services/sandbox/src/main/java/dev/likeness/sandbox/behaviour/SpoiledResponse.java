package dev.likeness.sandbox.behaviour;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An answer that is made, and then spoiled if it says that what was asked has been done. A refusal
 * goes through as it is: nothing was accepted.
 */
final class SpoiledResponse extends ServerHttpResponseDecorator {

    private final Mono<Void> first;
    private final boolean sent;

    private SpoiledResponse(ServerHttpResponse delegate, Mono<Void> first, boolean sent) {
        super(delegate);
        this.first = first;
        this.sent = sent;
    }

    /** The answer is sent after that. */
    static SpoiledResponse after(ServerHttpResponse response, Mono<Void> first) {
        return new SpoiledResponse(response, first, true);
    }

    /** The answer is never sent; this happens instead. */
    static SpoiledResponse instead(ServerHttpResponse response, Mono<Void> other) {
        return new SpoiledResponse(response, other, false);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        if (!accepted()) {
            return super.writeWith(body);
        }
        return sent
                ? first.then(Mono.defer(() -> super.writeWith(body)))
                : Flux.from(body).doOnNext(DataBufferUtils::release).then(first);
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        if (!accepted()) {
            return super.setComplete();
        }
        return sent ? first.then(Mono.defer(super::setComplete)) : first;
    }

    private boolean accepted() {
        HttpStatusCode status = getDelegate().getStatusCode();
        return status == null || status.is2xxSuccessful();
    }
}
