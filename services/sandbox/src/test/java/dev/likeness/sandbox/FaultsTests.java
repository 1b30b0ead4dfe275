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
    void spoilsTheAnswerToWhatItAccepted() {
        String model = app.createModel("spoiled");
        long before = app.get("/_sandbox/ledger").json().path("trainings").size();
        int reset = struck("createTraining", "resetAfterAccept");
        int broken = struck("createTraining", "error500AfterAccept");
        app.set(Map.of("faults", List.of(
                Map.of("operation", "createTraining", "kind", "resetAfterAccept"),
                Map.of("operation", "createTraining", "kind", "error500AfterAccept"),
                Map.of("operation", "createTraining", "kind", "lateAfterAccept", "delay", "PT0.3S"))));
        Map<String, String> input = Map.of("input_images", "data:,x");
        assertThatIOException().isThrownBy(() -> app.send("POST", SandboxApp.TRAINER + "/trainings",
                Map.of("destination", model, "input", input))).havingRootCause().withMessageContaining("reset");
        Answer failed = app.train(model, input);
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.json().path("title").asString()).isEqualTo("Internal server error");
        long asked = System.nanoTime();
        assertThat(app.train(model, input).status()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(290));
        assertThat(app.get("/_sandbox/ledger").json().path("trainings").size()).isEqualTo(before + 3);
        assertThat(struck("createTraining", "resetAfterAccept")).isEqualTo(reset + 1);
        assertThat(struck("createTraining", "error500AfterAccept")).isEqualTo(broken + 1);
    }

    @Test
    void countsAnAnswerAsLostOnlyIfItWasAccepted() {
        int lost = struck("createTraining", "dropAfterAccept");
        fault("createTraining", "dropAfterAccept", 1);
        assertThat(app.train("likeness/none", Map.of("input_images", "data:,x")).status()).isEqualTo(404);
        assertThat(struck("createTraining", "dropAfterAccept")).isEqualTo(lost);
    }

    @Test
    void breaksOffBeforeAnythingIsAccepted() {
        String model = app.createModel("unheard");
        int before = app.get("/_sandbox/ledger").json().path("trainings").size();
        fault("createTraining", "reset", 1);
        assertThatIOException().isThrownBy(() -> app.send("POST", SandboxApp.TRAINER + "/trainings",
                Map.of("destination", model, "input", Map.of("input_images", "data:,x"))));
        assertThat(app.get("/_sandbox/ledger").json().path("trainings").size()).isEqualTo(before);
    }

    @Test
    void drawsTheSameFaultsForTheSameSeed() {
        String first = drawn(7);
        assertThat(drawn(7)).isEqualTo(first).contains("5", "2");
        assertThat(drawn(8)).isNotEqualTo(first);
        assertThat(app.get("/_sandbox/behaviour").json().path("faults").get(0).path("seed").asInt()).isEqualTo(8);
    }

    @Test
    void showsAListThatLagsOrHasForgotten() {
        String model = app.createModel("listed");
        String newest = app.train(model, Map.of("input_images", "data:,x")).json().path("id").asString();
        app.set(Map.of("faults", List.of(
                Map.of("operation", "listTrainings", "kind", "lagging", "delay", "PT1H"),
                Map.of("operation", "listTrainings", "kind", "withoutInput"))));
        assertThat(app.get("/v1/trainings").json().path("results").size()).isZero();
        JsonNode bare = app.get("/v1/trainings").json().path("results").get(0);
        assertThat(bare.path("id").asString()).isEqualTo(newest);
        assertThat(bare.path("input").size()).isZero();
        assertThat(bare.path("data_removed").asBoolean()).isTrue();
        assertThat(app.get("/v1/trainings").json().path("results").get(0).path("input").size()).isPositive();
    }

    @Test
    void decidesWhatBecomesOfATraining() {
        app.set(Map.of("trainingDuration", "PT0.2S", "faults", List.of(
                Map.of("operation", "runTraining", "kind", "aborted"),
                Map.of("operation", "runTraining", "kind", "failed"),
                Map.of("operation", "runTraining", "kind", "weightsGone"),
                Map.of("operation", "runTraining", "kind", "dataRemoved"),
                Map.of("operation", "runTraining", "kind", "stuck"))));
        String model = app.createModel("fated");
        JsonNode aborted = app.trained(model, Zips.person(Color.RED));
        assertThat(aborted.path("status").asString()).isEqualTo("aborted");
        assertThat(aborted.path("metrics").path("predict_time").asDouble()).isZero();
        assertThat(app.trained(model, Zips.person(Color.RED)).path("error").asString()).contains("CUDA");
        JsonNode gone = app.trained(model, Zips.person(Color.RED));
        assertThat(app.get(gone.path("output").path("weights").asString()).status()).isEqualTo(404);
        JsonNode removed = app.trained(model, Zips.person(Color.RED));
        assertThat(removed.path("status").asString()).isEqualTo("succeeded");
        assertThat(removed.path("output").isNull()).isTrue();
        assertThat(removed.path("data_removed").asBoolean()).isTrue();
        String stuck = app.train(model, Map.of("input_images", app.upload(Zips.person(Color.RED))))
                .json()
                .path("id")
                .asString();
        JsonNode trainings = app.get("/_sandbox/ledger").json().path("trainings");
        assertThat(trainings.get(trainings.size() - 1).path("fate").asString()).isEqualTo("stuck");
        assertThat(app.post("/v1/trainings/" + stuck + "/cancel", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void limitsTheCallsAndTheModels() {
        assertThat(app.get("/v1/hardware").header("ratelimit-reset")).matches("[1-9][0-9]*");
        app.set(Map.of("predictionsPerMinute", 1, "maxModels", 1));
        assertThat(app.post("/v1/predictions", Map.of()).header("ratelimit-remaining")).isEqualTo("0");
        Answer throttled = app.post("/v1/predictions", Map.of());
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.json().path("retry_after").asInt()).isBetween(55, 60);
        assertThat(throttled.header("ratelimit-remaining")).isEqualTo("0");
        Answer full = app.post("/v1/models", Map.of("owner", "likeness", "name", "one-too-many", "visibility",
                "private", "hardware", "gpu-t4"));
        assertThat(full.status()).isEqualTo(403);
        assertThat(full.json().path("detail").asString()).contains("limit of 1 models per account");
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
        assertThat(refusal(Map.of("maxModels", 0))).contains("whole number from 1");
        assertThat(refusal(Map.of("faults", List.of(Map.of("operation", "getTraining", "kind", "forged")))))
                .contains("forged can't happen to getTraining");
        assertThat(refusal(Map.of("faults", List.of(Map.of("operation", "any", "kind", "slow", "probability", 2)))))
                .contains("from 0 to 1");
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

    /** The first digits of the statuses of twenty calls. */
    private String drawn(int seed) {
        app.set(Map.of("faults", List.of(Map.of("operation", "any", "kind", "error503", "probability", 0.5, "seed",
                seed))));
        StringBuilder statuses = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            statuses.append(app.get("/v1/hardware").status() / 100);
        }
        return statuses.toString();
    }

    private int struck(String operation, String kind) {
        return app.get("/_sandbox/ledger").json().path("faults").path(operation).path(kind).asInt(0);
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
