package dev.likeness.sandbox.http;

import dev.likeness.sandbox.SandboxProperties;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * {@code /v1} asks for the token; {@code /_sandbox} is open on loopback and asks for it elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TokenFilter implements WebFilter {

    private final byte[] token;
    private final Answers answers;

    TokenFilter(SandboxProperties properties, Answers answers) {
        this.token = properties.token().getBytes(StandardCharsets.UTF_8);
        this.answers = answers;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (path.startsWith("/v1/") && !hasToken(request)) {
            return answers.problem(exchange, ApiProblem.unauthenticated());
        }
        if (path.startsWith("/_sandbox/") && !fromHere(request) && !hasToken(request)) {
            return answers.problem(exchange, new ApiProblem(HttpStatus.FORBIDDEN, "Forbidden",
                    "From another machine these routes take the sandbox's token."));
        }
        return chain.filter(exchange);
    }

    private boolean hasToken(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return false;
        }
        String[] parts = header.strip().split(" +", 2);
        return parts.length == 2
                && (parts[0].equalsIgnoreCase("Bearer") || parts[0].equalsIgnoreCase("Token"))
                && MessageDigest.isEqual(parts[1].getBytes(StandardCharsets.UTF_8), token);
    }

    private static boolean fromHere(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        return remote != null && remote.getAddress() != null && remote.getAddress().isLoopbackAddress();
    }
}
