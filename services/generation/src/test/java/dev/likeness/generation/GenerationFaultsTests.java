package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.GenerationFailed;
import dev.likeness.events.GenerationFailureReason;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.generation.testing.GenerationStand;
import dev.likeness.generation.testing.Provider;
import dev.likeness.person.Person;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever the provider or a crash does: paid once, nothing lost, nothing left over. */
class GenerationFaultsTests {

    private final GenerationStand stand = GenerationStand.shared();
    private final Provider provider = Provider.shared();
    private final Person person = GenerationStand.anybody();
    private String version = "";

    @BeforeEach
    void train() {
        version = stand.train(person);
    }

    @AfterEach
    void behaveAgain() {
        provider.behaveAgain();
    }

    @Test
    void aLostAnswerIsFoundAndNotPaidTwice() {
        provider.fail("createPrediction", "dropAfterAccept", 1, Duration.ofSeconds(1));

        assertThat(stand.ended(person, request()).path("portraits")).hasSize(4);
        assertThat(provider.predictions(version)).hasSize(1);
    }

    @Test
    void whatWasCertainlyNotTakenIsAskedForAgainWithAnotherSeed() {
        provider.fail("createPrediction", "error500", 1, Duration.ofSeconds(1));

        assertThat(stand.ended(person, request()).path("portraits")).hasSize(4);
        assertThat(provider.predictions(version)).hasSize(1);
    }

    @Test
    void waitsWhenThrottled() {
        provider.fail("createPrediction", "error429", 1, Duration.ofSeconds(2));

        assertThat(stand.ended(person, request()).path("portraits")).hasSize(4);
        assertThat(provider.predictions(version)).hasSize(1);
    }

    @Test
    void saysThatTheProviderHasNoCredit() {
        provider.fail("createPrediction", "error402", 1, Duration.ofSeconds(1));

        failed(request(), GenerationFailureReason.PROVIDER_OUT_OF_CREDIT);
        assertThat(provider.predictions(version)).isEmpty();
    }

    @Test
    void deliversWhatTheFilterLeftAndSaysWhy() {
        provider.behave(Map.of("nsfw", "some"));

        JsonNode view = stand.ended(person, request());
        assertThat(view.path("portraits")).hasSize(2);
        assertThat(view.path("shortfall").path("missing").asInt()).isEqualTo(2);
        assertThat(view.path("shortfall").path("code").asString("")).isEqualTo("CONTENT_REFUSED");
        assertThat(stand.previews(person)).hasSize(2);
    }

    @Test
    void saysThatAllWereHeldBack() {
        provider.behave(Map.of("nsfw", "all"));

        failed(request(), GenerationFailureReason.CONTENT_REFUSED);
    }

    @Test
    void saysThatTheOutputsAreGone() {
        provider.behave(Map.of("deliveryGone", true));

        failed(request(), GenerationFailureReason.OUTPUTS_GONE);
        assertThat(stand.previews(person)).isEmpty();
    }

    @Test
    void aRestartBetweenPredictionAndCopyMakesNoSecondPredictionAndNoOrphan() {
        provider.fail("getOutput", "slow", 2, Duration.ofSeconds(20));
        String id = request();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("copying"));

        stand.stop();
        provider.behaveAgain();
        stand.start();

        JsonNode view = stand.ended(person, id);
        assertThat(view.path("state").asString("")).isEqualTo("done");
        assertThat(view.path("portraits")).hasSize(4);
        assertThat(provider.predictions(version)).hasSize(1);
        assertThat(stand.previews(person)).hasSize(4);
        assertThat(stand.events().events(PortraitsGenerated.class, person.userId().value())).hasSize(1);
    }

    @Test
    void aRestartWhileTheRequestIsUnderWayPaysOnce() {
        provider.fail("createPrediction", "slow", 1, Duration.ofSeconds(2));
        String id = request();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("predicting"));

        stand.stop();
        stand.start();

        assertThat(stand.ended(person, id).path("portraits")).hasSize(4);
        assertThat(provider.predictions(version)).hasSize(1);
    }

    private String request() {
        return stand.as(person)
                .post("/v1/generations", Map.of("prompt", "on a beach"))
                .json()
                .path("generationId")
                .asString("");
    }

    private String state(String id) {
        return stand.as(person).get("/v1/generations/" + id).json().path("state").asString("");
    }

    private void failed(String id, GenerationFailureReason reason) {
        JsonNode view = stand.ended(person, id);
        assertThat(view.path("state").asString("")).isEqualTo("failed");
        assertThat(view.path("failure").path("code").asString("")).isEqualTo(reason.name());
        assertThat(view.path("failure").path("message").asString("")).isNotEmpty();
        assertThat(stand.events().await(GenerationFailed.class, person.userId().value()).getReason()).isEqualTo(reason);
    }
}
