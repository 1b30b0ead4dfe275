package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhooksTests {

    record Heard(String path, String id, String timestamp, String signature, byte[] body) {

        String status() {
            return json().path("status").asString();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    final SandboxApp app = SandboxApp.shared();
    final List<Heard> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();
    HttpServer receiver = server();

    @BeforeEach
    void listen() {
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        assertThat(SandboxApp.shared()).isSameAs(app);
    }

    @Test
    void signsTheEndWithTheSecret() throws Exception {
        String id = train(null);
        Heard end = awaitHeard(1);
        assertThat(end.path()).isEqualTo("/hook?id=1");
        assertThat(end.json().path("id").asString()).isEqualTo(id);
        assertThat(end.json().path("output").path("version").asString()).startsWith("likeness/hooked:");
        assertThat(end.json().path("urls").path("get").asString()).endsWith("/v1/trainings/" + id);
        String secret = app.get("/v1/webhooks/default/secret").json().path("key").asString();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
        mac.update((end.id() + "." + end.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
        assertThat(end.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(end.body())));
    }

    @Test
    void sendsTheEndAgainUntilItIsHeard() {
        refusals.set(1);
        var _ = train(null);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() >= 2);
        assertThat(heard.get(0).id()).isEqualTo(heard.get(1).id());
        assertThat(heard.get(0).body()).isEqualTo(heard.get(1).body());
    }

    @Test
    void sendsOnlyWhatTheFilterNames() {
        var _ = train(List.of("start", "logs", "completed"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> heard.stream().anyMatch(each -> each.status().equals("succeeded")));
        assertThat(heard.stream().filter(each -> each.status().equals("processing")).count()).isBetween(2L, 4L);
        JsonNode refused = app.post(SandboxApp.TRAINER + "/trainings", Map.of("destination", "likeness/hooked",
                "input", Map.of("input_images", "data:,x"), "webhook", "ftp://x")).json();
        assertThat(refused.path("status").asInt()).isEqualTo(422);
    }

    @Test
    void losesAndDoublesThemAsOrdered() {
        app.set(Map.of("loseWebhooks", true));
        String lost = train(null);
        assertThat(app.ended("/v1/trainings/" + lost).path("status").asString()).isEqualTo("succeeded");
        // It is lost when it would be sent, a moment after the training has ended.
        Awaitility.await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(4)).until(heard::isEmpty);
        app.set(Map.of("loseWebhooks", false, "duplicateWebhooks", true));
        var _ = train(null);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 2);
        assertThat(heard.get(0).id()).isEqualTo(heard.get(1).id());
        assertThat(heard).noneMatch(each -> each.json().path("id").asString().equals(lost));
    }

    @Test
    void tellsInTheWrongOrderAndTwice() {
        webhookFaults("outOfOrder", "duplicated");
        var _ = train(List.of("start", "completed"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 3);
        assertThat(heard).extracting(Heard::status).containsExactly("succeeded", "succeeded", "processing");
        assertThat(heard.get(1).id()).isEqualTo(heard.get(0).id()).isNotEqualTo(heard.get(2).id());
    }

    @Test
    void liesBeforeTheTruthAndIsSilent() {
        webhookFaults("forged");
        var _ = train(null);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 2);
        assertThat(heard).extracting(Heard::status).containsExactly("failed", "succeeded");
        assertThat(heard.get(0).id()).isEqualTo(heard.get(1).id());
        assertThat(heard.get(0).signature()).isNotEqualTo(heard.get(1).signature());
        app.set(Map.of("faults", List.of(Map.of("operation", "runTraining", "kind", "silent"),
                Map.of("operation", "webhook", "kind", "late", "delay", "PT0.3S"))));
        String silent = train(null);
        String late = train(null);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 3);
        assertThat(heard.getLast().json().path("id").asString()).isEqualTo(late);
        assertThat(app.get("/v1/trainings/" + silent).json().path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void tellsOfAPredictionsOutputAndEnd() {
        String version = app.version(app.createModel("hooked"), Zips.person(Color.RED));
        JsonNode asked = app.post("/v1/predictions", Map.of("version", version, "webhook", url(), "input",
                Map.of("prompt", "u1", "output_format", "jpg"))).json();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 2);
        assertThat(heard).extracting(Heard::status).containsExactly("processing", "succeeded");
        assertThat(heard).allMatch(each -> each.json().path("output").size() == 1);
        assertThat(heard.getFirst().json().path("id")).isEqualTo(asked.path("id"));
    }

    private String train(@Nullable List<String> events) {
        Map<String, Object> request = new HashMap<>(Map.of("destination", app.createModel("hooked"), "input",
                Map.of("input_images", app.upload(Zips.person(Color.RED))), "webhook", url()));
        if (events != null) {
            request.put("webhook_events_filter", events);
        }
        return app.post(SandboxApp.TRAINER + "/trainings", request).json().path("id").asString();
    }

    private void webhookFaults(String... kinds) {
        app.set(Map.of("trainingDuration", "PT0.3S", "faults", Stream.of(kinds)
                .map(kind -> Map.of("operation", "webhook", "kind", kind))
                .toList()));
    }

    private Heard awaitHeard(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == count);
        return heard.getLast();
    }

    private String url() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook?id=1";
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        heard.add(new Heard(exchange.getRequestURI().toString(), exchange.getRequestHeaders().getFirst("webhook-id"),
                exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                exchange.getRequestHeaders().getFirst("webhook-signature"), body));
        exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 204, -1);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
