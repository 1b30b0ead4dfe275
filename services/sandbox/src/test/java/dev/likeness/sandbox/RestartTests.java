package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestartTests {

    @TempDir
    Path data;

    @Test
    void goesOnWhereItStopped() {
        String id;
        String file;
        try (SandboxApp app = SandboxApp.start(data)) {
            app.set(Map.of("trainingDuration", "PT3S"));
            file = app.upload(Zips.person(Color.RED));
            id = app.train(app.createModel("kept"), Map.of("input_images", file, "steps", 1000))
                    .json()
                    .path("id")
                    .asString();
            Awaitility.await()
                    .until(() -> app.get("/v1/trainings/" + id)
                            .json()
                            .path("status")
                            .asString()
                            .equals("processing"));
        }
        try (SandboxApp app = SandboxApp.start(data)) {
            assertThat(app.get("/_sandbox/behaviour").json().path("trainingDuration").asString()).isEqualTo("PT3S");
            assertThat(app.get("/v1/files/" + file.substring(file.lastIndexOf('/') + 1)).status()).isEqualTo(200);
            JsonNode ended = app.ended("/v1/trainings/" + id);
            assertThat(ended.path("status").asString()).isEqualTo("succeeded");
            assertThat(ended.path("metrics").path("predict_time").asDouble()).isEqualTo(3.0);
            JsonNode prediction = app.post("/v1/predictions", Map.of("version",
                    ended.path("output").path("version").asString(), "input", Map.of("prompt", "u1", "output_format",
                            "jpg")),
                    "Prefer", "wait").json();
            assertThat(prediction.path("status").asString()).isEqualTo("succeeded");
        }
        try (SandboxApp app = SandboxApp.start(data)) {
            JsonNode ledger = app.get("/_sandbox/ledger").json();
            assertThat(ledger.path("trainings").size()).isEqualTo(1);
            assertThat(ledger.path("trainings").get(0).path("input").path("steps").asInt()).isEqualTo(1000);
            assertThat(ledger.path("predictions").get(0).path("status").asString()).isEqualTo("succeeded");
            assertThat(ledger.path("predictions").get(0).path("model").asString()).isEqualTo("likeness/kept");
        }
    }

    @Test
    void forgetsOutputsWhenTheirTimeIsOver() {
        try (SandboxApp app = SandboxApp.start(data, "sandbox.output-retention=3s",
                "sandbox.training-retention=3s", "sandbox.file-retention=5s",
                "sandbox.public-url=http://sandbox.example:1234/")) {
            String version = app.version(app.createModel("short"), Zips.person(Color.RED));
            JsonNode done = app.post("/v1/predictions", Map.of("version", version, "input",
                    Map.of("prompt", "u1", "output_format", "jpg")), "Prefer", "wait").json();
            String url = done.path("output").get(0).asString();
            assertThat(url).startsWith("http://sandbox.example:1234/delivery/");
            String here = app.base() + url.substring("http://sandbox.example:1234".length());
            assertThat(app.get(here).status()).isEqualTo(200);
            String path = "/v1/predictions/" + done.path("id").asString();
            JsonNode later = Awaitility.await()
                    .until(() -> app.get(path).json(),
                            json -> json.path("data_removed").asBoolean());
            assertThat(later.path("output").isNull()).isTrue();
            assertThat(later.path("input").size()).isZero();
            assertThat(later.path("logs").asString()).isEmpty();
            assertThat(app.get(here).status()).isEqualTo(404);
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> {
                try (var left = Files.list(data.resolve("outputs"))) {
                    return left.findAny().isEmpty();
                }
            });
            Awaitility.await().until(() -> app.get("/v1/files").json().path("results").isEmpty());
            JsonNode training = Awaitility.await()
                    .until(() -> app.get("/v1/trainings").json().path("results").get(0),
                            json -> json.path("data_removed").asBoolean());
            assertThat(training.path("output").isNull()).isTrue();
            JsonNode again = app.train("likeness/short", Map.of("input_images", app.get("/_sandbox/ledger")
                    .json()
                    .path("trainings")
                    .get(0)
                    .path("input")
                    .path("input_images")
                    .asString())).json();
            assertThat(app.ended("/v1/trainings/" + again.path("id").asString()).path("error").asString())
                    .isEqualTo("Failed to download input_images: HTTP status 404");
            JsonNode ledger = app.get("/_sandbox/ledger").json();
            assertThat(ledger.path("predictions").get(0).path("input").path("prompt").asString()).isEqualTo("u1");
        }
    }
}
