package dev.likeness.training;

import dev.likeness.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider's stand-in, once for all tests of the JVM. */
public final class RunningSandbox {

    public static final String TOKEN = "r8_test";
    public static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final RunningSandbox INSTANCE = new RunningSandbox();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    private RunningSandbox() {
        try {
            ConfigurableApplicationContext context = new SpringApplicationBuilder(Sandbox.class)
                    .properties("spring.config.name=sandbox")
                    .run("--server.port=0", "--server.address=127.0.0.1", "--sandbox.token=" + TOKEN,
                            "--sandbox.webhook-secret=" + WEBHOOK_SECRET, "--sandbox.page-size=3",
                            "--sandbox.data-dir=" + Files.createTempDirectory("sandbox"),
                            "--sandbox.training-duration=2s");
            base = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RunningSandbox instance() {
        return INSTANCE;
    }

    public URI baseUrl() {
        return URI.create(base + "/v1");
    }

    /** Everything back to how it was started, but for this. */
    public void behave(Map<String, ?> behaviour) {
        var _ = send("DELETE", "/_sandbox/behaviour", Map.of());
        var _ = send("PUT", "/_sandbox/behaviour", behaviour);
    }

    public void fault(String operation, String kind, int times) {
        behave(Map.of("faults",
                List.of(Map.of("operation", operation, "kind", kind, "times", times, "delay", "PT1S"))));
    }

    /** The accepted trainings with that trigger word. */
    public List<JsonNode> trainings(String triggerWord) {
        return StreamSupport.stream(send("GET", "/_sandbox/ledger", Map.of()).path("trainings").spliterator(), false)
                .filter(training -> training.path("input").path("trigger_word").asString("").equals(triggerWord))
                .toList();
    }

    /** Whether it still has what is at that address of its own. */
    public boolean has(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + TOKEN).build();
        return exchange(request).statusCode() == 200;
    }

    private JsonNode send(String method, String path, Map<String, ?> body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body)))
                .build();
        var response = exchange(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " gave " + response.statusCode());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
