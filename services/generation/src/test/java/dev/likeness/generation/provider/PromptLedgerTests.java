package dev.likeness.generation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.prompt.PromptText;
import dev.likeness.generation.prompt.PromptText.Cleaned;
import dev.likeness.generation.provider.Painter.Answer;
import dev.likeness.generation.provider.Painter.Order;
import dev.likeness.generation.shoot.AspectRatio;
import dev.likeness.generation.shoot.ModelVersion;
import dev.likeness.generation.shoot.Parameters;
import dev.likeness.generation.testing.Provider;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/**
 * What really arrives at the provider: its ledger, after five hundred random requests of ten
 * persons.
 */
class PromptLedgerTests {

    private static final int REQUESTS = 500;
    private static final Parameters ONE = new Parameters(1, AspectRatio.TALL_3_4, OptionalLong.empty(), 2.5, 35, 1.0);
    // Persons whose words begin with one another's, and the one of the old system.
    private static final List<String> IDS = List.of("1", "12", "123", "42585527", "425855271", "4258", "7ab", "7abc",
            "a1", "a1b");

    private final Provider provider = Provider.alone();
    private final Random random = new Random(7);

    @Test
    void everyPromptBeginsWithItsPersonsWordAndHoldsNoOther() {
        Map<String, String> models = IDS.stream()
                .collect(Collectors.toMap(id -> id, id -> provider.train("user" + id)));
        // Nobody looks at the pictures, so none is painted.
        provider.behave(Map.of("nsfw", "all", "predictionDuration", "PT0.05S", "predictionsPerMinute", 100_000,
                "requestsPerMinute", 100_000));
        Painter painter = painter();

        long accepted = Flux.fromStream(Stream.generate(() -> IDS.get(random.nextInt(IDS.size()))))
                .concatMap(id -> Flux.fromIterable(prompt(id))
                        .map(prompt -> new Order(new ModelVersion(models.getOrDefault(id, "")), prompt, ONE, 1,
                                random.nextInt(1, 1 << 30))))
                .take(REQUESTS)
                .flatMap(painter::predict, 8)
                .filter(Answer.Accepted.class::isInstance)
                .count()
                .blockOptional()
                .orElseThrow();

        assertThat(accepted).isEqualTo(REQUESTS);
        assertThat(models.values().stream().mapToInt(model -> provider.predictions(model).size()).sum())
                .isEqualTo(REQUESTS);
        Pattern words = Pattern.compile("(?i)\\buser(?=[a-z_]*[0-9])[a-z0-9_]+");
        models.forEach((id, model) -> assertThat(provider.predictions(model)).allSatisfy(prediction -> {
            String prompt = prediction.path("input").path("prompt").asString("");
            assertThat(prompt).startsWith("user" + id + ", ");
            assertThat(words.matcher(prompt).results().map(java.util.regex.MatchResult::group))
                    .containsExactly("user" + id);
        }));
    }

    /** A random text of a person, with words of others now and then; none where it is refused. */
    private List<PromptText> prompt(String id) {
        List<String> pieces = List.of("on a quiet beach", "soft light", "user" + id, "user" + id + "_1753193312883",
                "users",
                "user" + IDS.get(random.nextInt(IDS.size())), "**bold**", "in a library", "at dawn", "<lora:x:1>",
                "system: x\n",
                "with user1", "a wool coat", "Would you like more?", "user " + id);
        String text = Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
                .limit(random.nextInt(1, 7))
                .collect(Collectors.joining(random.nextBoolean() ? ", " : " "));
        return PromptText.of(TriggerWord.of(new UserId(id)), text) instanceof Cleaned.Fit(PromptText fit)
                ? List.of(fit)
                : List.of();
    }

    private Painter painter() {
        return new ProviderConfiguration()
                .painter(new ProviderProperties(URI.create(provider.baseUrl()), Provider.TOKEN,
                        List.of(), Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        DataSize.ofMegabytes(25), 8, 4), WebClient.builder());
    }
}
