package dev.likeness.sandbox.behaviour;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Ends a connection without an answer. */
final class HungUp {

    private HungUp() {}

    /** Says goodbye: the client reads the end of the stream. */
    static Mono<Void> closed(ServerHttpResponse response) {
        return ended(response, false);
    }

    /** Breaks off: the client's connection is reset. */
    static Mono<Void> reset(ServerHttpResponse response) {
        return ended(response, true);
    }

    private static Mono<Void> ended(ServerHttpResponse response, boolean reset) {
        HttpServerResponse server = response instanceof AbstractServerHttpResponse own
                ? own.getNativeResponse()
                : ServerHttpResponseDecorator.getNativeResponse(response);
        return Mono.fromRunnable(() -> server.withConnection(connection -> {
            Channel channel = connection.channel();
            if (reset) {
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
            }
            channel.close();
        }))
                // never: to complete would send an empty answer
                .then(Mono.never());
    }
}
