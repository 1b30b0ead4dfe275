package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.sandbox.SandboxApp.Answer;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PredictionsTests {

    static String red = "";
    static String blue = "";

    SandboxApp app = SandboxApp.shared();

    @BeforeAll
    static void train() {
        SandboxApp app = SandboxApp.shared();
        String model = app.createModel("sitters");
        red = app.version(model, Zips.person(Color.RED));
        blue = app.version(model, Zips.person(Color.BLUE));
    }

    @BeforeEach
    void reset() {
        app = SandboxApp.shared();
    }

    @Test
    void makesPicturesOfTheAskedSizeAndNumber() throws IOException {
        Answer answer = ask(red, Map.of("aspect_ratio", "3:4", "num_outputs", 3, "seed", 7), "Prefer", "wait=30");
        JsonNode json = answer.json();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=30");
        assertThat(json.path("status").asString()).isEqualTo("succeeded");
        assertThat(json.path("output").size()).isEqualTo(3);
        assertThat(json.path("logs").asString()).startsWith("Using seed: 7\n");
        assertThat(json.propertyNames()).contains("id", "model", "version", "input", "data_removed", "error", "source",
                "created_at", "started_at", "completed_at", "metrics", "urls");
        for (JsonNode url : json.path("output")) {
            assertThat(url.asString()).startsWith(app.base() + "/delivery/").endsWith(".jpg");
            BufferedImage image = picture(url);
            assertThat(image.getWidth()).isEqualTo(896);
            assertThat(image.getHeight()).isEqualTo(1152);
        }
    }

    @Test
    void knowsEveryFormOfASize() throws IOException {
        assertThat(sizeOf(Map.of("aspect_ratio", "16:9", "output_format", "png"))).isEqualTo("1344x768");
        assertThat(sizeOf(Map.of("megapixels", "0.25"))).isEqualTo("512x512");
        assertThat(sizeOf(Map.of("aspect_ratio", "custom", "width", 500, "height", 257))).isEqualTo("512x272");
    }

    @Test
    void givesTheSamePictureForTheSameSeed() {
        byte[] once = app.get(output(red, 5)).bytes();
        assertThat(app.get(output(red, 5)).bytes()).isEqualTo(once);
        assertThat(app.get(output(red, 6)).bytes()).isNotEqualTo(once);
        assertThat(app.get(output(blue, 5)).bytes()).isNotEqualTo(once);
    }

    @Test
    void startsAtOnceAndIsFollowed() {
        Answer created = ask(red, Map.of());
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().path("status").asString()).isEqualTo("starting");
        JsonNode ended = app.ended(created.json().path("urls").path("get").asString());
        assertThat(ended.path("status").asString()).isEqualTo("succeeded");
        app.set(Map.of("predictionDuration", "PT20S"));
        Answer waited = ask(red, Map.of(), "Prefer", "wait=1");
        assertThat(waited.status()).isEqualTo(202);
        JsonNode canceled = app.post("/v1/predictions/" + waited.json().path("id").asString() + "/cancel", Map.of())
                .json();
        assertThat(canceled.path("status").asString()).isEqualTo("canceled");
    }

    @Test
    void abidesByADeadline() {
        app.set(Map.of("predictionDuration", "PT60S"));
        JsonNode created = ask(red, Map.of(), "Cancel-After", "5s").json();
        assertThat(created.path("deadline").isString()).isTrue();
        assertThat(app.ended("/v1/predictions/" + created.path("id").asString()).path("status").asString())
                .isEqualTo("canceled");
        assertThat(ask(red, Map.of(), "Cancel-After", "2s").status()).isEqualTo(400);
    }

    @Test
    void listsThoseOfATime() {
        String id = ask(red, Map.of()).json().path("id").asString();
        String created = app.get("/v1/predictions/" + id).json().path("created_at").asString();
        JsonNode page = app.get("/v1/predictions?created_after=" + created).json();
        assertThat(page.path("results").size()).isEqualTo(1);
        assertThat(page.path("results").get(0).has("logs")).isFalse();
        assertThat(app.get("/v1/predictions?created_before=" + created).json().path("next").asString())
                .contains("cursor=", "&created_before=");
        assertThat(app.get("/v1/predictions?source=web").json().path("results").size()).isZero();
        assertThat(app.get("/v1/predictions?created_after=noon").status()).isEqualTo(400);
    }

    @Test
    void refusesAnInputOutsideTheSchemaAndAnUnknownVersion() {
        JsonNode json = ask(red, Map.of("num_inference_steps", 51, "aspect_ratio", "3:5", "num_outputs", 9)).json();
        assertThat(json.path("detail").asString()).contains(
                "- input.num_inference_steps: Must be less than or equal to 50\n",
                "- input.aspect_ratio: input.aspect_ratio must be one of the following: \"1:1\"",
                "- input.num_outputs: Must be less than or equal to 4\n");
        JsonNode empty = app.post("/v1/predictions", Map.of("version", red, "input", Map.of())).json();
        assertThat(empty.path("detail").asString()).isEqualTo("- input: prompt is required\n");
        for (String version : new String[]{"0".repeat(64), "likeness/sitters", red.replace("sitters", "others")}) {
            JsonNode unknown = ask(version, Map.of()).json();
            assertThat(unknown.path("status").asInt()).isEqualTo(422);
            assertThat(unknown.path("title").asString()).isEqualTo("Invalid version or not permitted");
        }
    }

    @Test
    void saysThatItCanNotWriteWebp() {
        JsonNode json = app.post("/v1/predictions", Map.of("version", red, "input", Map.of("prompt", "u1")),
                "Prefer", "wait").json();
        assertThat(json.path("status").asString()).isEqualTo("failed");
        assertThat(json.path("error").asString()).contains("webp", "jpg or png");
    }

    @Test
    void dropsWhatTheFilterFinds() {
        app.set(Map.of("nsfw", "some"));
        JsonNode some = ask(red, Map.of("num_outputs", 4), "Prefer", "wait").json();
        assertThat(some.path("output").size()).isEqualTo(2);
        assertThat(some.path("output").get(1).asString()).endsWith("out-2.jpg");
        app.set(Map.of("nsfw", "all"));
        JsonNode all = ask(red, Map.of(), "Prefer", "wait").json();
        assertThat(all.path("error").asString()).startsWith("All generated images contained NSFW content.");
    }

    @Test
    void showsWhomeverTheBehaviourNames() {
        byte[] own = app.get(output(blue, 5)).bytes();
        for (String identity : new String[]{"other", "blend", "noface", "copy"}) {
            app.set(Map.of("identity", identity));
            assertThat(app.get(output(blue, 5)).bytes()).as(identity).isNotEqualTo(own);
        }
    }

    private String sizeOf(Map<String, Object> input) throws IOException {
        BufferedImage image = picture(ask(red, input, "Prefer", "wait").json().path("output").get(0));
        return image.getWidth() + "x" + image.getHeight();
    }

    private String output(String version, int seed) {
        return ask(version, Map.of("seed", seed, "megapixels", "0.25"), "Prefer", "wait").json()
                .path("output")
                .get(0)
                .asString();
    }

    private BufferedImage picture(JsonNode url) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(app.get(url.asString()).bytes()));
    }

    private Answer ask(String version, Map<String, Object> more, String... headers) {
        Map<String, Object> input = new HashMap<>(Map.of("prompt", "u1 in a garden", "output_format", "jpg"));
        input.putAll(more);
        return app.post("/v1/predictions", Map.of("version", version, "input", input), headers);
    }
}
