package dev.likeness.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running sandbox and a plain HTTP client to talk to it. */
final class SandboxApp implements AutoCloseable {

    static final String TOKEN = "r8_test";
    static final String TRAINER = "/v1/models/ostris/flux-dev-lora-trainer/versions/"
            + "26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2";
    private static @Nullable SandboxApp shared;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String base;

    private SandboxApp(Path data, String... more) {
        List<String> properties = new ArrayList<>(List.of("spring.config.name=sandbox", "server.port=0",
                "sandbox.token=" + TOKEN, "sandbox.data-dir=" + data, "sandbox.training-duration=1s",
                "sandbox.prediction-duration=100ms", "sandbox.removal-delay=300ms", "sandbox.page-size=2"));
        properties.addAll(List.of(more));
        context = new SpringApplicationBuilder(Sandbox.class)
                .web(WebApplicationType.REACTIVE)
                .properties(properties.toArray(String[]::new))
                .run();
        base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    static SandboxApp start(Path data, String... more) {
        return new SandboxApp(data, more);
    }

    /** One for all tests that leave nothing behind; its behaviour is back at the start. */
    static synchronized SandboxApp shared() {
        if (shared == null) {
            try {
                shared = new SandboxApp(Files.createTempDirectory("sandbox"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        Answer reset = shared.call("DELETE", "/_sandbox/behaviour", null);
        assert reset.status() == 200;
        return shared;
    }

    record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {

        JsonNode json() {
            return JsonMapper.shared().readTree(bytes);
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    String base() {
        return base;
    }

    Answer get(String path) {
        return call("GET", path, null);
    }

    Answer post(String path, Object body, String... headers) {
        return call("POST", path, body, headers);
    }

    void set(Map<String, ?> change) {
        Answer answer = behave(change);
        assert answer.status() == 200;
    }

    Answer behave(Map<String, ?> change) {
        return call("PUT", "/_sandbox/behaviour", change);
    }

    /** @param body null, bytes as they are, or anything to be written as JSON */
    Answer call(String method, String path, @Nullable Object body, String... headers) {
        try {
            return send(method, path, body, headers);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Answer send(String method, String path, @Nullable Object body, String... headers) throws IOException {
        BodyPublisher publisher = switch (body) {
            case null -> BodyPublishers.noBody();
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            default -> BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
        };
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, publisher)
                .setHeader("Authorization", "Bearer " + TOKEN)
                .setHeader("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String createModel(String name) {
        Answer answer = post("/v1/models",
                Map.of("owner", "likeness", "name", name, "visibility", "private", "hardware", "gpu-t4"));
        assert answer.status() == 201 || answer.status() == 409;
        return "likeness/" + name;
    }

    /** The address of the uploaded bytes. */
    String upload(byte[] content) {
        return uploaded(content).json().path("urls").path("get").asString();
    }

    Answer uploaded(byte[] content) {
        byte[] head = ("--frontier\r\nContent-Disposition: form-data; name=\"content\"; filename=\"set.zip\"\r\n"
                + "Content-Type: application/zip\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--frontier\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n{\"a\":1}"
                + "\r\n--frontier--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(content, 0, body, head.length, content.length);
        System.arraycopy(tail, 0, body, head.length + content.length, tail.length);
        return post("/v1/files", body, "Content-Type", "multipart/form-data; boundary=frontier");
    }

    Answer train(String destination, Map<String, ?> input) {
        return post(TRAINER + "/trainings", Map.of("destination", destination, "input", input));
    }

    /** Trains on this ZIP and waits for the end. */
    JsonNode trained(String destination, byte[] zip) {
        Answer created = train(destination, Map.of("input_images", upload(zip), "steps", 1200, "trigger_word", "u1"));
        return ended("/v1/trainings/" + created.json().path("id").asString());
    }

    /** {@code owner/name:version} of a new training. */
    String version(String destination, byte[] zip) {
        return trained(destination, zip).path("output").path("version").asString();
    }

    JsonNode ended(String path) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get(path).json(), json -> !List.of("starting", "processing")
                        .contains(json.path("status").asString()));
    }

    @Override
    public void close() {
        context.close();
    }
}
