package dev.likeness.local.demo;

import dev.likeness.local.Refusal;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a client sees it. */
final class Edge {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(60);

    private final URI edge;
    private final String token;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final JsonMapper json = JsonMapper.shared();
    private final Clock clock = Clock.systemUTC();

    Edge(URI edge, String token) {
        this.edge = edge;
        this.token = token;
    }

    /** Empty while the service behind the edge has not heard of it: events take their time. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = answer(request(path).GET().build());
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        return Optional.of(json.readTree(accepted(path, answer)));
    }

    /** What the path shows once the condition holds; the condition may show progress. */
    JsonNode await(String path, Predicate<JsonNode> done) {
        Instant unheard = clock.instant().plus(HEARD_WITHIN);
        while (true) {
            Optional<JsonNode> node = find(path);
            if (node.isPresent() && done.test(node.get())) {
                return node.get();
            }
            if (node.isEmpty() && clock.instant().isAfter(unheard)) {
                throw new Refusal("Nothing is known of " + path + " after " + HEARD_WITHIN.toSeconds()
                        + " s. See: likeness logs");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
        }
    }

    void delete(String path) {
        var _ = send(request(path).DELETE().build());
    }

    JsonNode post(String path, Map<String, ?> body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    private JsonNode post(String path, Map<String, ?> body, String idempotencyKey) {
        HttpRequest request = request(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        String answer = send(request);
        return answer.isEmpty() ? json.createObjectNode() : json.readTree(answer);
    }

    void put(URI path, Path file) {
        try {
            BodyPublisher body = BodyPublishers.ofFile(file);
            var _ = send(request(path.toString()).header("Content-Type", "application/octet-stream").PUT(body).build());
        } catch (FileNotFoundException gone) {
            throw new Refusal("The photo " + file + " is gone");
        }
    }

    void download(String path, Path file) {
        try {
            HttpResponse<Path> answer = client.send(request(path).GET().build(), BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                throw new Refusal("The portrait could not be fetched, the service answered " + answer.statusCode());
            }
        } catch (IOException failed) {
            throw new Refusal("The portrait could not be fetched: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(edge.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest request) {
        return accepted(request.method() + " " + request.uri().getPath(), answer(request));
    }

    private String accepted(String what, HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new Refusal(problem(what, answer));
        }
        return answer.body();
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new Refusal("The instance does not answer at " + edge + " (" + failed.getClass().getSimpleName()
                    + "). See: likeness logs");
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
    }

    private String problem(String what, HttpResponse<String> answer) {
        String said = answer.headers().firstValue("Content-Type").orElse("").contains("json")
                ? json.readTree(answer.body()).path("detail").asString("")
                : "";
        return what + " was answered with " + answer.statusCode()
                + (said.isEmpty() ? "" : ": " + said);
    }

    private static Refusal interrupted() {
        Thread.currentThread().interrupt();
        return new Refusal("Interrupted");
    }
}
