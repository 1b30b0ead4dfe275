package dev.likeness.upload;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/** Stands for the services behind the edge: says what it was asked, or streams, or stays silent. */
public final class DownstreamStub {

    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    private DownstreamStub() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes
                        .get("/v3/api-docs", (_, response) -> response.header("Content-Type", "application/json")
                                .sendString(Mono
                                        .just("""
                                                {"openapi":"3.1.0","info":{"title":"x"},
                                                 "paths":{"/v1/trainings":{"get":{"responses":{"200":{"content":{
                                                   "application/json":{"schema":{"$ref":"#/components/schemas/PhotoView"}}}}}}}},
                                                 "components":{"schemas":{"PhotoView":{"type":"string"}}}}
                                                """)))
                        .get("/v1/trainings/slow/events", (_, response) -> response.sse()
                                .send(Flux.interval(Duration.ZERO, Duration.ofMillis(400))
                                        .take(5)
                                        .map(number -> response.alloc()
                                                .buffer()
                                                .writeBytes(
                                                        ("data: " + number + "\n\n").getBytes(StandardCharsets.UTF_8))),
                                        _ -> true))
                        .get("/v1/trainings/silent", (_, _) -> Mono.never())
                        .get("/v1/trainings/problem", (_, response) -> response.status(418)
                                .header("Content-Type", "application/problem+json")
                                .sendString(Mono.just("{\"type\":\"urn:problem:training:teapot\"}")))
                        .route(_ -> true, (request, response) -> request.receive()
                                .aggregate()
                                .asString()
                                .defaultIfEmpty("")
                                .flatMap(body -> {
                                    requests.add(seen(request, body));
                                    return response.header("Content-Type", "application/json")
                                            .sendString(Mono.just("{\"path\":\"" + request.uri() + "\"}"))
                                            .then();
                                })))
                .bindNow();
    }

    public static DownstreamStub start() {
        return new DownstreamStub();
    }

    private static Map<String, String> seen(HttpServerRequest request, String body) {
        Map<String, String> seen = request.requestHeaders()
                .entries()
                .stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue,
                        (one, other) -> one + "," + other));
        seen.put(":method", request.method().name());
        seen.put(":path", request.uri());
        seen.put(":body", body);
        seen.remove(HttpHeaderNames.USER_AGENT.toString());
        return seen;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The last request that it got to the path. */
    public Map<String, String> lastTo(String path) {
        return requests.reversed().stream().filter(seen -> path.equals(seen.get(":path"))).findFirst().orElse(Map.of());
    }

    /** A port where nobody listens. */
    static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
