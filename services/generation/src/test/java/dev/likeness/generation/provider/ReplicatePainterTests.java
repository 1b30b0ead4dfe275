package dev.likeness.generation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.provider.Painter.Answer;
import dev.likeness.generation.provider.Painter.Look;
import dev.likeness.generation.provider.Painter.Marker;
import dev.likeness.generation.provider.Painter.Order;
import dev.likeness.generation.shoot.AspectRatio;
import dev.likeness.generation.shoot.FailureReason;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.testing.Provider;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** The adapter against the sandbox, which speaks the provider's API. */
class ReplicatePainterTests {

    private static final Provider PROVIDER = Provider.shared();
    private static final AtomicLong SEEDS = new AtomicLong(1000);
    private static final Parameters USUAL = new Parameters(4, AspectRatio.TALL_3_4, OptionalLong.empty(), 2.5, 35, 1.0);
    private static String model = "";

    private final Painter painter = painter(PROVIDER.baseUrl(), Duration.ofSeconds(15));
    private final long seed = SEEDS.incrementAndGet();
    private final Instant start = Instant.now();

    @BeforeAll
    static void train() {
        model = PROVIDER.train("user1");
    }

    @AfterEach
    void behaveAgain() {
        PROVIDER.behaveAgain();
    }

    @Test
    void asksForExactlyWhatTheDesignSays() {
        assertThat(painter.predict(order("on a beach")).block()).isInstanceOf(Answer.Accepted.class);

        var input = PROVIDER.predictions(model).getLast().path("input");
        Map<String, Object> sent = JsonMapper.builder()
                .build()
                .convertValue(input,
                        new tools.jackson.core.type.TypeReference<Map<String, Object>>() {
                        });
        assertThat(sent).containsOnly(Map.entry("prompt", "user1, on a beach"), Map.entry("aspect_ratio", "3:4"),
                Map.entry("num_outputs", 1), Map.entry("num_inference_steps", 35), Map.entry("guidance_scale", 2.5),
                Map.entry("lora_scale", 1.0), Map.entry("output_format", "jpg"), Map.entry("output_quality", 95),
                Map.entry("model", "dev"), Map.entry("go_fast", false), Map.entry("disable_safety_checker", false),
                Map.entry("seed", (int) seed), Map.entry("megapixels", "1"));
    }

    @Test
    void findsAPredictionWhoseAnswerWasLost() {
        int before = PROVIDER.predictions(model).size();
        PROVIDER.fail("createPrediction", "dropAfterAccept", 1, Duration.ofSeconds(1));

        assertThat(painter.predict(order("on a beach")).block()).isEqualTo(new Answer.Lost());
        var listing = painter.find(marker(Optional.empty())).blockOptional().orElseThrow();
        assertThat(listing.complete()).isTrue();
        assertThat(listing.matches()).hasSize(1);
        assertThat(PROVIDER.predictions(model)).hasSize(before + 1);
    }

    @Test
    void findsNothingWhereNothingWasTaken() {
        PROVIDER.fail("createPrediction", "error500", 1, Duration.ofSeconds(1));

        assertThat(painter.predict(order("on a beach")).block()).isEqualTo(new Answer.Lost());
        assertThat(painter.find(marker(Optional.empty())).block())
                .isEqualTo(new Painter.Listing(List.of(), true));
    }

    @Test
    void findsItOnALaterPageAndTellsPromptsApart() {
        assertThat(painter.predict(order("on a beach")).block()).isInstanceOf(Answer.Accepted.class);
        for (int i = 0; i < 4; i++) {
            assertThat(painter.predict(new Order(new ModelVersion(model), prompt("in town"), USUAL, 1,
                    SEEDS.addAndGet(100))).block()).isInstanceOf(Answer.Accepted.class);
        }

        assertThat(painter.find(marker(Optional.of(prompt("on a beach")))).blockOptional().orElseThrow().matches())
                .hasSize(1);
        assertThat(painter.find(marker(Optional.of(prompt("in town")))).block())
                .isEqualTo(new Painter.Listing(List.of(), true));
    }

    @Test
    void waitsWhenItIsTold() {
        PROVIDER.fail("createPrediction", "error429", 1, Duration.ofSeconds(7));

        assertThat(painter.predict(order("on a beach")).block()).isEqualTo(new Answer.NotNow(Duration.ofSeconds(7)));
    }

    @Test
    void tellsMissingCreditFromAMissingModelAndUnfitInput() {
        PROVIDER.fail("createPrediction", "error402", 1, Duration.ofSeconds(1));
        Order unknown = new Order(new ModelVersion("likeness/m:" + "0".repeat(64)), prompt("on a beach"), USUAL, 4,
                seed);
        Order unfit = new Order(new ModelVersion(model), prompt("on a beach"), USUAL, 9, seed);

        assertThat(painter.predict(order("on a beach")).block())
                .isEqualTo(new Answer.Refused(FailureReason.PROVIDER_OUT_OF_CREDIT));
        assertThat(painter.predict(unknown).block()).isEqualTo(new Answer.Refused(FailureReason.MODEL_GONE));
        assertThat(painter.predict(unfit).block()).isEqualTo(new Answer.Refused(FailureReason.PROVIDER_REFUSED));
    }

    @Test
    void countsWhatTakesTooLongAsLost() {
        PROVIDER.fail("createPrediction", "timeout", 1, Duration.ofSeconds(1));

        assertThat(painter(PROVIDER.baseUrl(), Duration.ofSeconds(2)).predict(order("on a beach")).block())
                .isEqualTo(new Answer.Lost());
    }

    @Test
    void knowsThatAnUnreachableProviderTookNothing() {
        assertThat(painter("http://127.0.0.1:1/v1", Duration.ofSeconds(5)).predict(order("on a beach")).block())
                .isInstanceOf(Answer.NotNow.class);
    }

    @Test
    void asksAgainAfterAnErrorButNotWhenThrottled() {
        String id = accepted(1);
        PROVIDER.fail("getPrediction", "error500", 2, Duration.ofSeconds(1));
        assertThat(painter.look(id).block()).isNotNull();

        PROVIDER.fail("getPrediction", "error429", 1, Duration.ofSeconds(9));
        StepVerifier.create(painter.look(id))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(Painter.Throttled.class,
                                throttled -> assertThat(throttled.after()).isEqualTo(Duration.ofSeconds(9))));
    }

    @Test
    void showsWhatTheFilterLeft() {
        PROVIDER.behave(Map.of("nsfw", "some"));
        assertThat(ended(accepted(4))).isInstanceOfSatisfying(Look.Succeeded.class,
                look -> assertThat(look.outputs()).hasSize(2));

        PROVIDER.behave(Map.of("nsfw", "all"));
        assertThat(ended(accepted(4))).isEqualTo(new Look.Ended(FailureReason.CONTENT_REFUSED));
    }

    @Test
    void cancelsAndSaysSo() {
        PROVIDER.behave(Map.of("predictionDuration", "PT30S"));
        String id = accepted(1);

        painter.cancel(id).block();

        assertThat(ended(id)).isEqualTo(new Look.Ended(FailureReason.CANCELED));
    }

    @Test
    void aPredictionThatIsNotThereHasNoOutputs() {
        assertThat(painter.look("abcdefghijklmnopqrstuvwxyz").block())
                .isEqualTo(new Look.Ended(FailureReason.OUTPUTS_GONE));
    }

    private String accepted(int outputs) {
        Answer answer = painter.predict(new Order(new ModelVersion(model), prompt("on a beach"), USUAL, outputs, seed))
                .block();
        return answer instanceof Answer.Accepted(String id) ? id : String.valueOf(answer);
    }

    private Look ended(String id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> painter.look(id).blockOptional().orElseThrow(), look -> !(look instanceof Look.Running));
    }

    private Order order(String text) {
        return new Order(new ModelVersion(model), prompt(text), USUAL, 1, seed);
    }

    private Marker marker(Optional<PromptText> prompt) {
        return new Marker(new ModelVersion(model), seed, prompt, start);
    }

    private static PromptText prompt(String text) {
        return PromptText.of(TriggerWord.of(new UserId("1")), text) instanceof PromptText.Cleaned.Fit(PromptText fit)
                ? fit
                : fail(text);
    }

    private static PromptText fail(String text) {
        throw new AssertionError("refused: " + text);
    }

    private static Painter painter(String baseUrl, Duration postTimeout) {
        ProviderProperties properties = new ProviderProperties(URI.create(baseUrl), Provider.TOKEN, List.of(),
                Duration.ofSeconds(2), postTimeout, Duration.ofSeconds(10), Duration.ofSeconds(10),
                DataSize.ofMegabytes(25), 8, 4);
        return new ProviderConfiguration().painter(properties, WebClient.builder());
    }
}
