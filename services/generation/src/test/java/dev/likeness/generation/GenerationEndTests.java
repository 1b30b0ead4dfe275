package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.PortraitDeleted;
import dev.likeness.events.PortraitSaved;
import dev.likeness.events.PortraitsGenerated;
import dev.likeness.events.PurgeReported;
import dev.likeness.events.UserReset;
import dev.likeness.generation.testing.GenerationStand;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How previews end: deleted, their time over, or a fresh start. */
class GenerationEndTests {

    private final GenerationStand stand = GenerationStand.shared();
    private final Person person = GenerationStand.anybody();
    private String id = "";
    private PortraitsGenerated generated = new PortraitsGenerated();

    @BeforeEach
    void makeTwo() {
        var _ = stand.train(person);
        id = stand.as(person)
                .post("/v1/generations", Map.of("prompt", "on a beach", "outputs", 2))
                .json()
                .path("generationId")
                .asString("");
        assertThat(stand.ended(person, id).path("state").asString("")).isEqualTo("done");
        generated = stand.events().await(PortraitsGenerated.class, person.userId().value());
    }

    @Test
    void aDeletedPortraitLosesItsPreview() {
        String portraitId = generated.getPortraits().getFirst().getPortraitId();

        var _ = stand.events()
                .publish(PortraitDeleted.newBuilder()
                        .setUserId(person.userId().value())
                        .setEpoch(1)
                        .setSpace(person.space().value())
                        .setPortraitId(portraitId)
                        .setGenerationId(id)
                        .build());

        eventually(() -> stand.previews(person).size() == 1);
        eventually(() -> stand.as(person).get("/v1/generations/" + id).json().path("portraits").size() == 1);
    }

    @Test
    void expiryRemovesPreviewsAndTheGeneration() {
        makeDue();

        eventually(() -> stand.previews(person).isEmpty());
        eventually(() -> stand.as(person).get("/v1/generations/" + id).status() == 404);
    }

    @Test
    void expiryKeepsTheRecordOfWhatWasSaved() {
        String portraitId = generated.getPortraits().getFirst().getPortraitId();
        var _ = stand.events()
                .publish(PortraitSaved.newBuilder()
                        .setUserId(person.userId().value())
                        .setEpoch(1)
                        .setSpace(person.space().value())
                        .setPortraitId(portraitId)
                        .setGenerationId(id)
                        .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .build());
        eventually(() -> count("SELECT count(*) AS n FROM preview WHERE user_id = :u AND saved_at IS NOT NULL") == 1);

        makeDue();

        eventually(() -> stand.previews(person).isEmpty());
        eventually(() -> stand.as(person).get("/v1/generations/" + id).json().path("portraits").size() == 1);
        assertThat(stand.as(person).get("/v1/generations/" + id).json().path("prompt").asString(""))
                .contains("on a beach");
    }

    @Test
    void aFreshStartLeavesNothingAndLateEventsDoNothing() {
        Space fresh = Space.random(RandomGenerator.getDefault());
        var _ = stand.events()
                .publish(UserReset.newBuilder()
                        .setUserId(person.userId().value())
                        .setEpoch(2)
                        .setSpace(fresh.value())
                        .build());

        PurgeReported report = stand.events().await(PurgeReported.class, person.userId().value());
        assertThat(report.getService()).isEqualTo("generation");
        assertThat(report.getCounts()).containsEntry("generations", 1L)
                .containsEntry("models", 1L)
                .containsEntry("previews", 2L);
        assertThat(stand.previews(person)).isEmpty();
        assertThat(count("SELECT count(*) AS n FROM shoot WHERE user_id = :u")).isZero();
        assertThat(count("SELECT count(*) AS n FROM preview WHERE user_id = :u")).isZero();
        assertThat(stand.as(person).get("/v1/generations/" + id).status()).isEqualTo(404);

        var _ = stand.events()
                .publish(GenerationStand.completed(person, "likeness/late:" + "c".repeat(64),
                        "user" + person.userId(), Instant.now()));
        Person now = new Person(person.userId(), person.epoch().next(), fresh);
        var _ = stand.train(now);
        assertThat(stand.as(person).get("/v1/models").text()).doesNotContain("likeness/late");
    }

    private void makeDue() {
        stand.database()
                .sql("UPDATE work SET due_at = now() WHERE kind = 'previews-end' AND key = :id")
                .bind("id", id)
                .then()
                .block();
    }

    private long count(String sql) {
        return stand.database()
                .sql(sql)
                .bind("u", person.userId().value())
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private static void eventually(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
