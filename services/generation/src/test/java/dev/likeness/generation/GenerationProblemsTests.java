package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.generation.testing.GenerationStand;
import dev.likeness.generation.testing.Http;
import dev.likeness.person.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is refused, and how that reads. */
class GenerationProblemsTests {

    private final GenerationStand stand = GenerationStand.shared();
    private final Person person = GenerationStand.anybody();

    @Test
    void saysThatThereIsNoModelYet() {
        problem(stand.as(person).post("/v1/generations", Map.of("prompt", "on a beach")), 409, "no-model",
                "There is no trained model yet");
    }

    @Test
    void namesTheFieldTheValueAndTheRange() {
        var answer = stand.as(person).post("/v1/generations", Map.of("prompt", "on a beach", "outputs", 17));

        problem(answer, 400, "out-of-range", "outputs is 17 but must be 1 to 16.");
        assertThat(answer.json().path("field").asString("")).isEqualTo("outputs");
        assertThat(answer.json().path("value").asInt()).isEqualTo(17);
        assertThat(answer.json().path("allowed").asString("")).isEqualTo("1 to 16");
    }

    @Test
    void wantsEitherAPromptOrAConcept() {
        problem(stand.as(person).post("/v1/generations", Map.of()), 400, "prompt-or-concept", "Send either");
        problem(stand.as(person).post("/v1/generations", Map.of("prompt", "a", "concept", Map.of("setting", "b"))), 400,
                "prompt-or-concept", "Send either");
    }

    @Test
    void refusesAPromptForSomebodyElse() {
        var answer = stand.as(person).post("/v1/generations", Map.of("prompt", "user1 on a beach"));

        problem(answer, 422, "prompt-refused", "another person's model");
        assertThat(answer.text()).doesNotContain("user1 on a beach");
        problem(stand.as(person).post("/v1/generations", Map.of("prompt", "🌅")), 422, "prompt-refused", "Nothing");
    }

    @Test
    void anothersIdsAreAsUnknownAsUnknownOnes() {
        Person other = GenerationStand.anybody();
        var _ = stand.train(other);
        String id = stand.as(other)
                .post("/v1/generations", Map.of("prompt", "on a beach", "outputs", 1))
                .json()
                .path("generationId")
                .asString("");

        for (String path : List.of("/v1/generations/" + id, "/v1/generations/" + id + "/events",
                "/v1/generations/" + UUID.randomUUID())) {
            problem(stand.as(person).get(path), 404, "unknown-generation", "You have no generation with this id");
        }
        assertThat(stand.as(person).get("/v1/generations").json().path("items")).isEmpty();
        assertThat(stand.as(person).get("/v1/models").json().path("items")).isEmpty();
        assertThat(stand.ended(other, id).path("state").asString("")).isEqualTo("done");
    }

    @Test
    void readsBrokenRequestsAsProblems() {
        assertThat(stand.as(person).post("/v1/generations", "{\"prompt\":").contentType()).contains("problem+json");
        assertThat(stand.as(person).get("/v1/generations/no-uuid").status()).isEqualTo(400);
        assertThat(stand.as(person).get("/v1/generations?cursor=%21").status()).isEqualTo(400);
    }

    private static void problem(Http.Answer answer, int status, String slug, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).contains("application/problem+json");
        assertThat(answer.json().path("type").asString("")).isEqualTo("urn:problem:generation:" + slug);
        assertThat(answer.json().path("detail").asString("")).contains(words);
    }
}
