package dev.likeness.local;

import dev.likeness.local.instance.Status.Urls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the edge that shows whatever is answered. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI edge;
    private final Optional<String> token;

    Api(URI edge, Optional<String> token) {
        this.edge = edge;
        this.token = token;
    }

    record Answer(int status, String contentType, byte[] bytes) {

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        boolean isProblem() {
            return contentType.startsWith("application/problem+json") && json().path("type")
                    .asString("")
                    .startsWith("urn:problem:") && json().path("status").asInt() == status;
        }

        @Override
        public String toString() {
            return status + " " + contentType + " " + (contentType.contains("json") ? text() : bytes.length + " bytes");
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** What the sandbox was asked for: {@code trainings} and {@code predictions}, in order. */
    static JsonNode ledger(Urls urls) {
        return new Api(URI.create(urls.provider().baseUrl()), Optional.empty()).get("/_sandbox/ledger").json();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer post(String path, Map<String, ?> body) {
        return post(path, JSON.writeValueAsString(body), UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String idempotencyKey) {
        return send(request(path).header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, byte[] body) {
        return put(path, BodyPublishers.ofByteArray(body));
    }

    Answer put(String path, BodyPublisher body) {
        return send(request(path).header("Content-Type", "application/octet-stream").PUT(body));
    }

    Answer send(String path, String method, Map<String, String> headers, String body) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** What the path shows once the condition holds. */
    JsonNode await(String path, Predicate<JsonNode> condition) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            Answer answer = get(path);
            return answer.status() == 200 ? answer.json() : JSON.createObjectNode();
        }, condition);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.resolve(path)).timeout(Duration.ofSeconds(60));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
