package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.sandbox.SandboxApp.Answer;
import java.awt.Color;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ModelsTests {

    final SandboxApp app = SandboxApp.shared();

    @Test
    void asksForTheToken() {
        assertThat(app.call("GET", "/v1/models", null, "Authorization", "Bearer wrong").status()).isEqualTo(401);
        Answer none = app.call("GET", "/v1/trainings", null, "Authorization", "Basic x");
        assertThat(none.json().path("title").asString()).isEqualTo("Unauthenticated");
        assertThat(none.header("Content-Type")).startsWith("application/problem+json");
        assertThat(app.call("GET", "/v1/models", null, "Authorization", "Token " + SandboxApp.TOKEN).status())
                .isEqualTo(200);
    }

    @Test
    void makesAModelOnce() {
        Map<String, String> request = Map.of("owner", "likeness", "name", "once", "visibility", "private", "hardware",
                "gpu-t4");
        Answer created = app.post("/v1/models", request);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().propertyNames()).contains("url", "owner", "name", "visibility", "run_count",
                "latest_version", "default_example");
        Answer again = app.post("/v1/models", request);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").asString())
                .isEqualTo("A model with that name and owner already exists.");
        assertThat(app.get("/v1/models/likeness/once").json().path("visibility").asString()).isEqualTo("private");
    }

    @Test
    void changesWhatIsSaidOfAModel() {
        String model = app.createModel("changed");
        JsonNode changed = app.call("PATCH", "/v1/models/" + model, Map.of("description", "new", "name", "other"))
                .json();
        assertThat(changed.path("description").asString()).isEqualTo("new");
        assertThat(app.get("/v1/models/" + model).json()).isEqualTo(changed);
        assertThat(changed.path("name").asString()).isEqualTo("changed");
    }

    @Test
    void namesWhatIsMissing() {
        Answer refused = app.post("/v1/models", Map.of("owner", "likeness", "visibility", "secret"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asString()).contains("name is required", "hardware is required");
        assertThat(refused.json().path("invalid_fields").get(0).path("type").asString()).isEqualTo("required");
    }

    @Test
    void refusesAnotherOwner() {
        assertThat(app.post("/v1/models", Map.of("owner", "else", "name", "x", "visibility", "private", "hardware",
                "cpu")).status()).isEqualTo(403);
    }

    @Test
    void answersTheUnknownInTheProvidersShape() {
        Answer unknown = app.get("/v1/models/likeness/nobody");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("status").asInt()).isEqualTo(404);
        assertThat(app.get("/v1/nothing").json().path("detail").isString()).isTrue();
        assertThat(app.call("POST", "/v1/models", "{".getBytes()).status()).isEqualTo(400);
    }

    @Test
    void showsTheTrainersInputSchema() {
        JsonNode schema = app.get(SandboxApp.TRAINER)
                .json()
                .path("openapi_schema")
                .path("components")
                .path("schemas")
                .path("TrainingInput");
        JsonNode properties = schema.path("properties");
        assertThat(properties.propertyNames()).hasSize(25)
                .contains("input_images", "steps", "lora_rank", "gradient_checkpointing")
                .doesNotContain("mixed_precision", "network_alpha", "prior_loss_weight");
        assertThat(properties.path("resolution").path("type").asString()).isEqualTo("string");
        assertThat(properties.path("steps").path("maximum").asInt()).isEqualTo(6000);
        assertThat(properties.path("lora_rank").path("minimum").asInt()).isEqualTo(1);
    }

    @Test
    void pagesItsModels() {
        var _ = app.createModel("page-1");
        var _ = app.createModel("page-2");
        var _ = app.createModel("page-3");
        JsonNode first = app.get("/v1/models").json();
        assertThat(first.path("results").size()).isEqualTo(2);
        assertThat(first.path("next").asString()).startsWith(app.base() + "/v1/models?cursor=");
        JsonNode second = app.get(first.path("next").asString()).json();
        assertThat(second.path("results").get(0).path("name")).isNotEqualTo(first.path("results").get(1).path("name"));
        assertThat(app.get(second.path("previous").asString()).json().path("results"))
                .isEqualTo(first.path("results"));
        assertThat(app.get("/v1/models?cursor=nonsense").status()).isEqualTo(404);
    }

    @Test
    void removesAVersionAndThenTheModel() {
        String model = app.createModel("gone");
        String version = app.version(model, Zips.person(Color.BLACK));
        String id = version.substring(version.indexOf(':') + 1);
        String path = "/v1/models/" + model + "/versions/" + id;
        assertThat(app.get(path)
                .json()
                .path("openapi_schema")
                .path("components")
                .path("schemas")
                .path("Input")
                .path("properties")
                .propertyNames()).contains("prompt", "lora_scale", "go_fast");
        assertThat(app.get("/v1/models/" + model).json().path("latest_version").path("id").asString()).isEqualTo(id);
        JsonNode prediction = app.post("/v1/predictions", Map.of("version", id, "input", Map.of("prompt", "u1",
                "output_format", "jpg")), "Prefer", "wait").json();
        assertThat(app.call("DELETE", "/v1/models/" + model, null).status()).isEqualTo(409);

        assertThat(app.call("DELETE", path, null).status()).isEqualTo(202);
        assertThat(app.post("/v1/predictions", Map.of("version", id, "input", Map.of("prompt", "u1"))).status())
                .isEqualTo(422);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> app.get(path).status() == 404);
        assertThat(app.get("/v1/predictions/" + prediction.path("id").asString()).status()).isEqualTo(404);
        assertThat(app.get(prediction.path("output").get(0).asString()).status()).isEqualTo(404);
        assertThat(app.call("DELETE", "/v1/models/" + model, null).status()).isEqualTo(204);
        assertThat(app.get("/v1/models/" + model).status()).isEqualTo(404);
    }

    @Test
    void listsHardwareAndTheSigningSecret() {
        assertThat(app.get("/v1/hardware").json().get(0).path("sku").asString()).isEqualTo("cpu");
        assertThat(app.get("/v1/webhooks/default/secret").json().path("key").asString()).startsWith("whsec_");
        assertThat(app.get("/actuator/health").json().path("status").asString()).isEqualTo("UP");
    }
}
