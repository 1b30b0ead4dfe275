package dev.likeness.gallery.api;

import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers as RFC 9110 has it for conditional and range requests. A browser may keep what it got but
 * asks each time, so that a deleted portrait is not shown from a cache. A stream that fails
 * half-way is broken off short of its Content-Length: no client takes it for whole.
 */
final class RangedAnswer {

    private static final CacheControl ASK_EACH_TIME = CacheControl.noCache().cachePrivate();

    private RangedAnswer() {}

    static Mono<Void> send(ServerWebExchange exchange, Representation what) {
        HttpHeaders sent = exchange.getRequest().getHeaders();
        ServerHttpResponse response = exchange.getResponse();
        if (holds(sent, what.etag())) {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            response.getHeaders().putAll(caching(what.etag()));
            return response.setComplete();
        }
        Optional<ByteRange> range = range(exchange.getRequest(), what);
        if (range.isPresent() && range.get().unsatisfiable()) {
            return Mono.error(GalleryProblems.rangeUnsatisfiable(what.length()));
        }
        ByteRange wanted = range.orElse(new ByteRange(0, what.length()));
        return what.ready().apply(wanted).then(Mono.defer(() -> {
            headers(response, what, range.isPresent(), wanted);
            return exchange.getRequest().getMethod() == HttpMethod.HEAD
                    ? response.setComplete()
                    : response.writeWith(what.content().apply(wanted.from(), wanted.to()));
        }));
    }

    private static Optional<ByteRange> range(ServerHttpRequest request, Representation what) {
        HttpHeaders sent = request.getHeaders();
        String unless = sent.getFirst(HttpHeaders.IF_RANGE);
        // A date is never as sure as a tag.
        return request.getMethod() == HttpMethod.GET && (unless == null || unless.equals(what.etag()))
                ? ByteRange.parse(sent.getFirst(HttpHeaders.RANGE), what.length())
                : Optional.empty();
    }

    private static void headers(ServerHttpResponse response, Representation what, boolean part, ByteRange wanted) {
        HttpHeaders headers = response.getHeaders();
        headers.putAll(caching(what.etag()));
        headers.putAll(what.headers());
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        headers.setContentLength(wanted.length());
        if (part) {
            response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
            headers.set(HttpHeaders.CONTENT_RANGE, wanted.of(what.length()));
        }
    }

    /** Whether what the client has is still the same. */
    static boolean holds(HttpHeaders sent, String etag) {
        List<String> known = sent.getIfNoneMatch();
        return known.contains("*") || known.stream().anyMatch(tag -> tag.equals(etag) || tag.equals("W/" + etag));
    }

    static HttpHeaders caching(String etag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(etag);
        headers.setCacheControl(ASK_EACH_TIME);
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }
}
