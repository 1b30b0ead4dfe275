package dev.likeness.sandbox.behaviour;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** An answer that is made but never sent: the connection is closed instead. */
final class DroppedResponse extends ServerHttpResponseDecorator {

    DroppedResponse(ServerHttpResponse delegate) {
        super(delegate);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return Flux.from(body).doOnNext(DataBufferUtils::release).then(hangUp());
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return hangUp();
    }

    private Mono<Void> hangUp() {
        HttpServerResponse server = getNativeResponse(getDelegate());
        return Mono.fromRunnable(() -> server.withConnection(connection -> connection.channel().close()))
                // never: to complete would send an empty answer
                .then(Mono.never());
    }
}
