package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.likeness.sandbox.SandboxApp.Answer;
import java.awt.Color;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTests {

    final SandboxApp app = SandboxApp.shared();

    @AfterEach
    void putBack() {
        assertThat(SandboxApp.shared()).isSameAs(app);
    }

    @Test
    void showsAFaultAsOftenAsAsked() {
        fault("listTrainings", "error500", 2);
        assertThat(app.get("/v1/trainings").status()).isEqualTo(500);
        assertThat(app.get("/v1/trainings").header("Content-Type")).startsWith("application/problem+json");
        assertThat(app.get("/v1/trainings").status()).isEqualTo(200);
    }

    @Test
    void throttlesAndAsksForMoney() {
        fault("createTraining", "error429", 1);
        JsonNode throttled = app.train("likeness/any", Map.of()).json();
        assertThat(throttled.path("detail").asString())
                .isEqualTo("Request was throttled. Your rate limit resets in ~5s.");
        assertThat(throttled.path("retry_after").asInt()).isEqualTo(5);
        fault("createPrediction", "error402", 1);
        Answer poor = app.post("/v1/predictions", Map.of());
        assertThat(poor.status()).isEqualTo(402);
        assertThat(poor.json().path("title").asString()).isEqualTo("Insufficient credit");
    }

    @Test
    void acceptsAndHangsUp() {
        String model = app.createModel("dropped");
        String marker = "https://example.com/dropped-" + System.nanoTime() + ".zip";
        fault("createTraining", "dropAfterAccept", 1);
        assertThatIOException().isThrownBy(() -> app.send("POST", SandboxApp.TRAINER + "/trainings",
                Map.of("destination", model, "input", Map.of("input_images", marker))));
        JsonNode trainings = app.get("/_sandbox/ledger").json().path("trainings");
        JsonNode last = trainings.get(trainings.size() - 1);
        assertThat(last.path("input").path("input_images").asString()).isEqualTo(marker);
        assertThat(last.path("destination").asString()).isEqualTo(model);
        assertThat(app.get("/v1/trainings").json().path("results").get(0).path("id")).isEqualTo(last.path("id"));
    }

    @Test
    void takesARequestAndNeverAnswers() {
        fault("getWebhookSecret", "timeout", 1);
        HttpRequest request = HttpRequest.newBuilder(URI.create(app.base() + "/v1/webhooks/default/secret"))
                .header("Authorization", "Bearer " + SandboxApp.TOKEN)
                .timeout(Duration.ofMillis(500))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatIOException().isThrownBy(() -> client.send(request, BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);
            client.shutdownNow();
        }
    }

    @Test
    void answersLate() {
        app.set(Map.of("faults", List.of(Map.of("operation", "listHardware", "kind", "slow", "times", 1, "delay",
                "PT0.4S"))));
        long before = System.nanoTime();
        assertThat(app.get("/v1/hardware").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void changesOnlyWhatIsNamed() {
        JsonNode first = app.behave(Map.of("trainingDuration", "PT3S", "identity", "copy")).json();
        assertThat(first.path("trainingDuration").asString()).isEqualTo("PT3S");
        JsonNode second = app.behave(Map.of("loseWebhooks", true)).json();
        assertThat(second.path("identity").asString()).isEqualTo("copy");
        assertThat(app.get("/_sandbox/behaviour").json()).isEqualTo(second);
        assertThat(app.call("DELETE", "/_sandbox/behaviour", null).json().path("identity").asString())
                .isEqualTo("own");
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(refusal(Map.of("identitty", "own"))).contains("unknown field identitty", "identity");
        assertThat(refusal(Map.of("identity", "me"))).contains("identity is me", "own, other, blend, noface, copy");
        assertThat(refusal(Map.of("trainingDuration", "20s"))).contains("ISO 8601");
        assertThat(refusal(Map.of("nsfw", 1))).contains("none, some, all");
        assertThat(refusal(Map.of("deliveryGone", "yes"))).contains("true or false");
        assertThat(refusal(Map.of("faults", List.of(Map.of("operation", "getTraining", "kind", "boom")))))
                .contains("faults.kind is boom");
        assertThat(refusal(Map.of("faults", List.of(Map.of("operation", "x", "kind", "slow", "time", 1)))))
                .contains("unknown field faults.time");
        assertThat(refusal(Map.of("faults", Map.of()))).contains("list");
    }

    @Test
    void failsTrainingsAsOrdered() {
        app.set(Map.of("failTraining", "CUDA out of memory", "trainingDuration", "PT0.4S"));
        String model = app.createModel("failing");
        JsonNode ended = app.trained(model, Zips.person(Color.RED));
        assertThat(ended.path("status").asString()).isEqualTo("failed");
        assertThat(ended.path("error").asString()).isEqualTo("CUDA out of memory");
        assertThat(ended.path("logs").asString()).contains("600/1200").doesNotContain("1200/1200");
    }

    private String refusal(Map<String, ?> behaviour) {
        Answer answer = app.behave(behaviour);
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().path("detail").asString();
    }

    private void fault(String operation, String kind, int times) {
        assertThat(app.behave(Map.of("faults", List.of(
                Map.of("operation", operation, "kind", kind, "times", times)))).status()).isEqualTo(200);
    }
}
