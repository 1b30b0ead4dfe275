package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.GenerationRequested;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.generation.testing.GenerationStand;
import dev.likeness.generation.testing.Http;
import dev.likeness.generation.testing.Provider;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.messaging.Causation;
import dev.likeness.messaging.TraceParent;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Event in, request in, events and pictures out, with real parts. */
class GenerationTests {

    private final GenerationStand stand = GenerationStand.shared();
    private final Provider provider = Provider.shared();
    private final Person person = GenerationStand.anybody();

    @Test
    void makesFourPortraitsWithTheCurrentModel() {
        String version = stand.train(person);

        String id = request(Map.of("prompt", "**on a beach** at dawn"));
        JsonNode view = stand.ended(person, id);

        assertThat(view.path("state").asString("")).isEqualTo("done");
        assertThat(view.path("prompt").asString(""))
                .isEqualTo("user" + person.userId() + ", on a beach at dawn");
        assertThat(view.path("portraits")).hasSize(4).allSatisfy(portrait -> {
            assertThat(portrait.path("width").asInt()).isEqualTo(896);
            assertThat(portrait.path("height").asInt()).isEqualTo(1152);
        });
        PortraitsGenerated event = stand.events().await(PortraitsGenerated.class, person.userId().value());
        assertThat(event.getGenerationId()).isEqualTo(id);
        assertThat(event.getModelVersion()).isEqualTo(version);
        assertThat(Duration.between(event.getOccurredAt(), event.getExpiresAt())).isEqualTo(Duration.ofHours(24));
        assertThat(event.getPortraits()).hasSize(4).allSatisfy(portrait -> {
            byte[] bytes = stand.store()
                    .bytes(ObjectKey.in(Bucket.PREVIEWS, portrait.getObjectKey()), 10_000_000)
                    .blockOptional()
                    .orElseThrow();
            ImageHeader header = ImageHeader.read(bytes);
            assertThat(bytes).hasSize((int) portrait.getSize());
            assertThat(header.width()).isEqualTo(896);
            assertThat(header.height()).isEqualTo(1152);
            assertThat(portrait.getObjectKey()).startsWith(person.space().value() + "/");
        });
        assertThat(provider.predictions(version)).hasSize(1);
        assertThat(stand.previews(person)).hasSize(4);
    }

    @Test
    void splitsALargeRequestAndCountsTheSeedUp() {
        String version = stand.train(person);

        String id = request(Map.of("concept", Map.of("setting", "on a beach"), "outputs", 6, "seed", 42,
                "aspectRatio", "1:1"));

        assertThat(stand.ended(person, id).path("portraits")).hasSize(6)
                .allSatisfy(portrait -> assertThat(portrait.path("width").asInt()).isEqualTo(1024));
        assertThat(provider.predictions(version)).extracting(each -> each.path("input").path("seed").asInt())
                .containsExactlyInAnyOrder(42, 43);
        assertThat(stand.events().events(PortraitsGenerated.class, person.userId().value())).hasSize(1);
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndIsPaidOnce() {
        String version = stand.train(person);
        Map<String, String> key = Map.of("Idempotency-Key", "k-" + UUID.randomUUID());
        Map<String, Object> body = Map.of("prompt", "on a beach", "outputs", 1);

        String first = id(stand.as(person).post("/v1/generations", body, key));
        String second = id(stand.as(person).post("/v1/generations", body, key));
        Http.Answer other = stand.as(person).post("/v1/generations", Map.of("prompt", "in town"), key);

        assertThat(second).isEqualTo(first);
        assertThat(other.status()).isEqualTo(422);
        assertThat(stand.ended(person, first).path("state").asString("")).isEqualTo("done");
        assertThat(provider.predictions(version)).hasSize(1);
    }

    @Test
    void anEventDeliveredAgainPredictsNothing() {
        String version = stand.train(person);
        String id = request(Map.of("prompt", "on a beach", "outputs", 1));
        assertThat(stand.ended(person, id).path("state").asString("")).isEqualTo("done");
        GenerationRequested event = stand.events().await(GenerationRequested.class, person.userId().value());

        var _ = stand.events().publish(event);
        var _ = stand.events()
                .publish(UUID.randomUUID(), event,
                        new Causation(TraceParent.fresh(),
                                java.util.Optional.of(new Causation.Replay("r1", "generation", false))));
        String next = request(Map.of("prompt", "in town", "outputs", 1));

        assertThat(stand.ended(person, next).path("state").asString("")).isEqualTo("done");
        assertThat(provider.predictions(version)).hasSize(2);
        assertThat(stand.events().events(PortraitsGenerated.class, person.userId().value())).hasSize(2);
    }

    @Test
    void usesTheNewestModelAndMarksIt() {
        String first = stand.train(person);
        String second = stand.train(person);
        // Completed before both, heard of after them.
        var _ = stand.events()
                .publish(GenerationStand.completed(person, first.replaceAll(":.*", ":" + "a".repeat(64)),
                        "user" + person.userId(), Instant.now().minusSeconds(3600)));
        var _ = stand.events()
                .publish(GenerationStand.completed(person, first.replaceAll(":.*", ":" + "b".repeat(64)),
                        "user" + person.userId() + "_1753193312883", Instant.now().plusSeconds(60)));

        JsonNode models = Awaitility.await()
                .until(() -> stand.as(person).get("/v1/models").json().path("items"),
                        items -> items.size() == 4);

        assertThat(models.valueStream()
                .filter(model -> model.path("current").asBoolean())
                .map(model -> model.path("modelVersion").asString(""))).containsExactly(second);
        assertThat(stand.as(person).get("/v1/models?limit=3").json().path("nextCursor").asString("")).isNotEmpty();
    }

    @Test
    void streamsItsProgressUntilTheEnd() {
        var _ = stand.train(person);
        String id = request(Map.of("prompt", "on a beach", "outputs", 1));

        Http.Answer stream = stand.as(person)
                .send("GET", "/v1/generations/" + id + "/events", "",
                        Map.of("Accept", "text/event-stream"));

        assertThat(stream.text()).contains("event:generation").contains("\"state\":\"done\"");
        String last = stream.text()
                .lines()
                .filter(line -> line.startsWith("id:"))
                .reduce((_, b) -> b)
                .orElseThrow()
                .substring(3)
                .strip();
        assertThat(stand.as(person)
                .send("GET", "/v1/generations/" + id + "/events", "",
                        Map.of("Accept", "text/event-stream", "Last-Event-ID", last))
                .status()).isEqualTo(204);
    }

    @Test
    void listsGenerationsPageByPage() {
        var _ = stand.train(person);
        List<String> ids = List.of(request(Map.of("prompt", "one", "outputs", 1)),
                request(Map.of("prompt", "two", "outputs", 1)), request(Map.of("prompt", "three", "outputs", 1)));

        JsonNode first = stand.as(person).get("/v1/generations?limit=2").json();
        JsonNode second = stand.as(person)
                .get("/v1/generations?limit=2&cursor=" + first.path("nextCursor").asString(""))
                .json();

        assertThat(first.path("items").valueStream().map(item -> item.path("generationId").asString("")))
                .containsExactly(ids.get(2), ids.get(1));
        assertThat(second.path("items").valueStream().map(item -> item.path("generationId").asString("")))
                .containsExactly(ids.getFirst());
        ids.forEach(id -> assertThat(stand.ended(person, id).path("state").asString("")).isEqualTo("done"));
    }

    private String request(Map<String, Object> body) {
        return id(stand.as(person).post("/v1/generations", body));
    }

    private static String id(Http.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().path("generationId").asString("");
    }
}
