package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.PortraitsGenerated;
import dev.likeness.generation.testing.GenerationStand;
import dev.likeness.generation.testing.Http;
import dev.likeness.generation.testing.Provider;
import dev.likeness.generation.testing.Sitter;
import dev.likeness.person.Person;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What follows a training, and what follows from that. */
class TestShootTests {

    private final GenerationStand stand = GenerationStand.shared();
    private final Provider provider = Provider.shared();
    private final Person person = GenerationStand.anybody();

    @AfterEach
    void behaveAgain() {
        provider.behaveAgain();
    }

    @Test
    void aModelThatShowsSomebodyElseIsNotUsedUntilThePersonSaysItIsThem() {
        stand.accept(person, Sitter.OBAMA.photos(0, 6));

        String training = stand.trainAndTest(person, Sitter.BIDEN.photos(0, 6));
        JsonNode model = judged();

        assertThat(model.path("finding").asString("")).isEqualTo("NOT_ALIKE");
        assertThat(model.path("usable").asBoolean()).isFalse();
        assertThat(model.path("current").asBoolean()).isFalse();
        assertThat(model.path("refusal").path("code").asString("")).isEqualTo("TEST_SHOOT_NOT_YOU");
        assertThat(model.path("question").asString("")).contains("Is this you?");
        PortraitsGenerated event = stand.events().await(PortraitsGenerated.class, person.userId().value());
        assertThat(event.getTestShoot()).isTrue();
        assertThat(event.getPortraits()).hasSize(4).allSatisfy(portrait -> assertThat(portrait.getHeldBack()).isTrue());
        JsonNode shoot = stand.as(person).get("/v1/generations/" + model.path("testShoot").asString("")).json();
        assertThat(shoot.path("testShoot").asBoolean()).isTrue();
        assertThat(shoot.path("heldBack").path("message").asString("")).contains("4 portraits are held back");

        Http.Answer refused = request(1);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString("")).isEqualTo("urn:problem:generation:model-not-you");

        assertThat(tell(training, "ME").json().path("usable").asBoolean()).isTrue();
        JsonNode ended = stand.ended(person, request(1).json().path("generationId").asString(""));
        assertThat(ended.path("heldBack").path("count").asInt()).isEqualTo(2);
        assertThat(ended.path("heldBack").path("replaced").asInt()).isEqualTo(1);

        assertThat(tell(training, "NOT_ME").json().path("refusal").path("code").asString(""))
                .isEqualTo("YOU_SAID_NOT_YOU");
        assertThat(request(1).status()).isEqualTo(409);
        assertThat(provider.predictions(model.path("modelVersion").asString("")))
                .as("one test shoot, one request and its replacement")
                .hasSize(3);
    }

    @Test
    void answersForUnknownModelsAndVerdicts() {
        String version = stand.train(person);
        String training = stand.as(person)
                .get("/v1/models")
                .json()
                .path("items")
                .get(0)
                .path("trainingId")
                .asString("");

        assertThat(tell("unknown", "ME").status()).isEqualTo(404);
        assertThat(tell(training, "PERHAPS").status()).isEqualTo(400);
        assertThat(stand.as(person).post("/v1/models/" + training + "/verdict", Map.of()).status()).isEqualTo(400);
        assertThat(stand.as(GenerationStand.anybody())
                .post("/v1/models/" + training + "/verdict",
                        Map.of("verdict", "NOT_ME"))
                .status()).isEqualTo(404);
        assertThat(provider.predictions(version)).as("without permission to spend no test shoot").isEmpty();
    }

    @Test
    void cancelsWhatRunsAtTheProvider() {
        String version = stand.train(person);
        provider.behave(Map.of("predictionDuration", "PT60S"));
        String id = request(6).json().path("generationId").asString("");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> provider.predictions(version).size() == 2);

        assertThat(stand.as(GenerationStand.anybody()).post("/v1/generations/" + id + "/cancel", Map.of()).status())
                .isEqualTo(404);
        assertThat(stand.as(person).post("/v1/generations/" + id + "/cancel", Map.of()).status()).isEqualTo(202);

        JsonNode view = stand.ended(person, id);
        assertThat(view.path("state").asString("")).isEqualTo("canceled");
        assertThat(view.path("failure").path("code").asString("")).isEqualTo("CANCELED");
        assertThat(provider.predictions(version)).allSatisfy(
                prediction -> assertThat(prediction.path("status").asString("")).isEqualTo("canceled"));
        assertThat(stand.as(person).post("/v1/generations/" + id + "/cancel", Map.of()).status()).isEqualTo(202);
    }

    private JsonNode judged() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> stand.as(person).get("/v1/models").json().path("items").path(0),
                        model -> model.hasNonNull("finding"));
    }

    private Http.Answer request(int outputs) {
        return stand.as(person).post("/v1/generations", Map.of("prompt", "in a studio", "outputs", outputs));
    }

    private Http.Answer tell(String training, String verdict) {
        return stand.as(person).post("/v1/models/" + training + "/verdict", Map.of("verdict", verdict));
    }
}
