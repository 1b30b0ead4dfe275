package dev.likeness.gallery.api;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What can be sent as a whole or from any byte on.
 *
 * @param etag strong: the same tag, the same bytes
 * @param headers what else is said of it
 * @param ready completes when the stretch can be begun; an error of it is still told as a problem
 * @param content the bytes from one on and before another
 */
record Representation(String etag, long length, HttpHeaders headers, Function<ByteRange, Mono<Void>> ready,
        BiFunction<Long, Long, Flux<DataBuffer>> content) {}
