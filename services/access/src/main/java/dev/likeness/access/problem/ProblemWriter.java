package dev.likeness.access.problem;

import dev.likeness.access.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a problem without asking what the client accepts: RFC 9457 is what every refusal reads
 * like.
 */
public final class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** The problem as the answer of this exchange, whose response must not be committed yet. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem, HttpHeaders extra) {
        return Mono.defer(() -> {
            byte[] body = json.writeValueAsBytes(members(exchange, problem));
            ServerHttpResponse response = exchange.getResponse();
            HttpHeaders headers = response.getHeaders();
            // What a controller had already said about the answer that it could not give.
            headers.clearContentHeaders();
            extra.forEach((name, values) -> headers.put(name, values));
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            headers.setContentLength(body.length);
            if (problem.extensions().get(Problem.RETRY_AFTER) instanceof Number seconds) {
                headers.set(HttpHeaders.RETRY_AFTER, seconds.toString());
            }
            // RFC 9110, 15.5.9: whoever was too slow to send would else hold the connection with what is left.
            if (problem.status() == HttpStatus.REQUEST_TIMEOUT) {
                headers.setConnection("close");
            }
            response.setStatusCode(problem.status());
            return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
        });
    }

    private static Map<String, Object> members(ServerWebExchange exchange, Problem problem) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", problem.type().toString());
        members.put("title", problem.title());
        members.put("status", problem.status().value());
        members.put("detail", problem.detail());
        members.put("instance", exchange.getRequest().getPath().value());
        problem.extensions().forEach(members::putIfAbsent);
        return members;
    }
}
