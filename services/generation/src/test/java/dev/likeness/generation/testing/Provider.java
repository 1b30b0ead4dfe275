package dev.likeness.generation.testing;

import dev.likeness.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The sandbox, usually one for all tests of a JVM. Tests look only at predictions of versions that
 * they trained.
 */
public final class Provider {

    public static final String TOKEN = "r8_sandbox";
    private static final String TRAINER = "ostris/flux-dev-lora-trainer/versions/26dce37af90b9d997eeb970d92e47de3064d46c300504ae376c75bef6a9022d2";
    // Whoever else was trained is who the sandbox shows as somebody else.
    private static final List<byte[]> USUAL = Sitter.BIDEN.photos(0, 3);
    private static final Provider SHARED = new Provider();

    private final String origin;
    private final Http http;

    private Provider() {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Sandbox.class)
                .properties("spring.config.name=sandbox")
                .run("--server.port=0", "--sandbox.token=" + TOKEN, "--sandbox.data-dir=" + directory(),
                        "--sandbox.training-duration=100ms", "--sandbox.prediction-duration=500ms",
                        "--sandbox.page-size=3");
        origin = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        http = new Http(origin, TOKEN);
    }

    public static Provider shared() {
        return SHARED;
    }

    /** Another one, for a test that fills the list which all others read back. */
    public static Provider alone() {
        return new Provider();
    }

    public String baseUrl() {
        return origin + "/v1";
    }

    /** As {@code generation.provider.output-hosts} wants it. */
    public String outputHost() {
        return origin.substring("http://".length());
    }

    /** @return {@code owner/name:version} of a model that really exists */
    public String train(String triggerWord) {
        return train(triggerWord, USUAL);
    }

    /** @return the same of a model that has seen those photos */
    public String train(String triggerWord, List<byte[]> photos) {
        String name = "likeness/m" + UUID.randomUUID();
        var _ = must(201, http.post("/v1/models", Map.of("owner", "likeness", "name", name.substring(9), "visibility",
                "private", "hardware", "gpu-t4")));
        String zip = "data:application/zip;base64," + Base64.getEncoder().encodeToString(zip(photos));
        JsonNode training = must(201, http.post("/v1/models/" + TRAINER + "/trainings",
                Map.of("destination", name, "input", Map.of("input_images", zip, "trigger_word", triggerWord))));
        String path = "/v1/trainings/" + training.path("id").asString("");
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> http.get(path).json().path("output").path("version").asString(""),
                        version -> !version.isEmpty());
    }

    public void behave(Map<String, Object> behaviour) {
        var _ = must(200, http.put("/_sandbox/behaviour", behaviour));
    }

    /** The next requests of that kind go wrong in that way. */
    public void fail(String operation, String kind, int times, Duration delay) {
        behave(Map.of("faults", List.of(Map.of("operation", operation, "kind", kind, "times", times, "delay",
                delay.toString()))));
    }

    public void behaveAgain() {
        var _ = must(200, http.delete("/_sandbox/behaviour"));
    }

    /** Every prediction that was accepted of that model, in order. */
    public List<JsonNode> predictions(String modelVersion) {
        String version = modelVersion.substring(modelVersion.indexOf(':') + 1);
        return StreamSupport.stream(http.get("/_sandbox/ledger").json().path("predictions").spliterator(), false)
                .filter(each -> each.path("version").asString("").equals(version))
                .toList();
    }

    private static JsonNode must(int status, Http.Answer answer) {
        if (answer.status() != status) {
            throw new AssertionError("The sandbox answered " + answer.status() + ": " + answer.text());
        }
        return answer.json();
    }

    private static byte[] zip(List<byte[]> photos) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < photos.size(); i++) {
                zip.putNextEntry(new ZipEntry("photo" + i + ".jpg"));
                zip.write(photos.get(i));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String directory() {
        try {
            return Files.createTempDirectory("sandbox").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
