package dev.likeness.upload.sending;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SendingConfiguration {

    /** What Netty reads from the network at one time, at most. */
    private static final int PIECE_BYTES = 64 * 1024;

    /** Bodies pass in the pieces in which they were read, not cut into eight times as many. */
    @Bean
    NettyServerCustomizer wholePieces() {
        return server -> server.httpRequestDecoder(decoder -> decoder.maxChunkSize(PIECE_BYTES));
    }
}
