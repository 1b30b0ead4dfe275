package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.sandbox.SandboxApp.Answer;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TrainingsTests {

    private static final Pattern PROGRESS = Pattern
            .compile("flux_train_replicate:\\s+(\\d+)%\\|.*?\\|\\s+(\\d+)/(\\d+)");

    final SandboxApp app = SandboxApp.shared();
    final String model = app.createModel("trained");

    @Test
    void answersItsCreationInTheProvidersShape() {
        Answer created = app.train(model, Map.of("input_images", app.upload(Zips.person(Color.RED)), "steps", 1000));
        JsonNode json = created.json();
        assertThat(created.status()).isEqualTo(201);
        assertThat(json.propertyNames()).containsExactlyInAnyOrder("id", "model", "version", "input", "logs", "error",
                "status", "created_at", "urls");
        assertThat(json.path("status").asString()).isEqualTo("starting");
        assertThat(json.path("urls").path("get").asString())
                .isEqualTo(app.base() + "/v1/predictions/" + json.path("id").asString());
        JsonNode got = app.get(json.path("urls").path("get").asString()).json();
        assertThat(got.path("urls").path("get").asString())
                .isEqualTo(app.base() + "/v1/trainings/" + json.path("id").asString());
        assertThat(got.has("destination")).isFalse();
    }

    @Test
    void endsWithAVersionAndWeights() {
        JsonNode ended = app.trained(model, Zips.person(Color.RED));
        assertThat(ended.path("status").asString()).isEqualTo("succeeded");
        assertThat(ended.path("output").path("version").asString()).matches("likeness/trained:[0-9a-f]{64}");
        assertThat(ended.path("metrics").path("predict_time").asDouble()).isEqualTo(1.0);
        byte[] tar = app.get(ended.path("output").path("weights").asString()).bytes();
        assertThat(new String(tar, StandardCharsets.ISO_8859_1))
                .startsWith("output/flux_train_replicate/lora.safetensors")
                .contains("ustar", "captions/00.txt", "a photo of u1, smiling");
    }

    @Test
    void logsItsStepsAsTheTrainerDoes() {
        String logs = app.trained(model, Zips.person(Color.RED)).path("logs").asString();
        assertThat(logs).startsWith("Extracted 4 files from zip to input_images\n")
                .contains("00.jpg is already captioned", "Caption for input_images/01.jpg: ", "Starting train job");
        Matcher matcher = PROGRESS.matcher(logs);
        int last = -1;
        int lines = 0;
        while (matcher.find()) {
            assertThat(Integer.parseInt(matcher.group(2))).isGreaterThan(last);
            last = Integer.parseInt(matcher.group(2));
            lines++;
        }
        assertThat(last).isEqualTo(1200);
        assertThat(lines).isBetween(100, 202);
    }

    @Test
    void failsAsTheTrainerDoesOnABadZip() {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
        assertThat(errorOf(text)).isEqualTo("input_images must be a zip file");
        assertThat(errorOf(Zips.of(Map.of("a.txt", text)))).isEqualTo("No images found in input_images");
        assertThat(errorOf(Zips.of(Map.of("../a.jpg", text)))).contains("outside its folder");
        byte[] cut = Arrays.copyOf(Zips.person(Color.RED), 2000);
        assertThat(errorOf(cut)).isEqualTo("input_images must be a zip file");
    }

    @Test
    void leavesOutWhatTheTrainerLeavesOut() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("__MACOSX/00.jpg", new byte[]{1});
        entries.put("._01.jpg", new byte[]{1});
        entries.put("folder/02.JPG", Zips.photo(Color.RED, 1));
        JsonNode ended = app.trained(model, Zips.of(entries));
        assertThat(ended.path("logs").asString()).startsWith("Extracted 1 files from zip");
        assertThat(ended.path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void failsWhereTheZipCanNotBeFetched() {
        Answer created = app.train(model, Map.of("input_images", app.base() + "/v1/files/none?signature=secret"));
        JsonNode ended = app.ended("/v1/trainings/" + created.json().path("id").asString());
        assertThat(ended.path("status").asString()).isEqualTo("failed");
        assertThat(ended.path("error").asString()).contains("HTTP status 401").doesNotContain("secret");
        assertThat(ended.path("output").isNull()).isTrue();
    }

    @Test
    void refusesAnInputOutsideTheSchema() {
        JsonNode json = app.train(model, Map.of("steps", 7000, "resolution", 1024, "lora_rank", 0,
                "prior_loss_weight", 1)).json();
        assertThat(json.path("status").asInt()).isEqualTo(422);
        assertThat(json.path("title").asString()).isEqualTo("Input validation failed");
        assertThat(json.path("detail").asString()).contains("- input: input_images is required\n",
                "- input.steps: Must be less than or equal to 6000\n",
                "- input.resolution: Invalid type. Expected: string, given: integer\n",
                "- input.lora_rank: Must be greater than or equal to 1\n").doesNotContain("prior_loss_weight");
        assertThat(json.path("invalid_fields").size()).isEqualTo(4);
    }

    @Test
    void refusesAnUnknownDestinationTrainerOrProperty() {
        Map<String, String> input = Map.of("input_images", "https://example.com/a.zip");
        Answer unknown = app.train("likeness/unknown", input);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("detail").asString())
                .isEqualTo("The specified training destination does not exist");
        assertThat(app.post(SandboxApp.TRAINER.replace("26dce", "36dce") + "/trainings",
                Map.of("destination", model, "input", input)).status()).isEqualTo(404);
        JsonNode more = app.post(SandboxApp.TRAINER + "/trainings",
                Map.of("destination", model, "input", input, "seed", 1)).json();
        assertThat(more.path("invalid_fields").get(0).path("type").asString())
                .isEqualTo("additional_property_not_allowed");
    }

    @Test
    void cancelsOnceAndForAll() {
        Answer created = app.train(model, Map.of("input_images", app.upload(Zips.person(Color.RED))));
        String path = "/v1/trainings/" + created.json().path("id").asString();
        JsonNode canceled = app.post(path + "/cancel", Map.of()).json();
        assertThat(canceled.path("status").asString()).isEqualTo("canceled");
        assertThat(canceled.path("metrics").path("predict_time").asDouble()).isLessThan(1);
        assertThat(app.post(path + "/cancel", Map.of()).status()).isEqualTo(200);
        assertThat(app.get(path).json().path("completed_at")).isEqualTo(canceled.path("completed_at"));
    }

    @Test
    void listsNewestFirstWithoutLogs() {
        String older = app.train(model, Map.of("input_images", "data:,x")).json().path("id").asString();
        String newer = app.train(model, Map.of("input_images", "data:,x")).json().path("id").asString();
        JsonNode page = app.get("/v1/trainings").json();
        assertThat(page.path("results").get(0).path("id").asString()).isEqualTo(newer);
        assertThat(page.path("results").get(1).path("id").asString()).isEqualTo(older);
        assertThat(page.path("results").get(0).has("logs")).isFalse();
        assertThat(page.path("results").get(0).path("input").path("input_images").asString()).isEqualTo("data:,x");
    }

    private String errorOf(byte[] zip) {
        JsonNode ended = app.trained(model, zip);
        assertThat(ended.path("status").asString()).isEqualTo("failed");
        return ended.path("error").asString();
    }
}
