package dev.likeness.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.likeness.person.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class GalleryRoutesTests {

    private static final RunningGallery RUNNING = RunningGallery.instance();
    private static final Person PERSON = MadePortraits.anyPerson();
    private static final WebTestClient CLIENT = RUNNING.client(PERSON.userId().value());
    private static final WebTestClient STRANGER = RUNNING.client(MadePortraits.anyPerson().userId().value());
    private static final MadePortraits OLDER = new MadePortraits(RUNNING, PERSON);
    private static final MadePortraits NEWER = new MadePortraits(RUNNING, PERSON);
    private static final Instant MADE = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

    @BeforeAll
    static void generates() {
        var _ = RUNNING.probe().publish(NEWER.add(4).event(MADE, Duration.ofHours(24)));
        var _ = RUNNING.probe().publish(OLDER.add(3).event(MADE.minusSeconds(60), Duration.ofHours(24)));
        Awaitility.await().until(() -> RUNNING.listed(CLIENT).size() == 7);
        CLIENT.post().uri("/v1/gallery/{id}/save", NEWER.id(3)).exchange().expectStatus().isOk();
    }

    @Test
    void listsTheNewestFirstAndTheBestFirstPageByPage() {
        List<String> seen = new ArrayList<>();
        String query = "?limit=3";
        for (int pages = 0; pages < 3; pages++) {
            String page = text(CLIENT.get().uri("/v1/gallery" + query).exchange().expectStatus().isOk());
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].portraitId"));
            String next = JsonPath.read(page, "$.nextCursor");
            assertThat(next == null).isEqualTo(pages == 2);
            query = "?limit=3&cursor=" + next;
        }
        assertThat(seen).containsExactly(NEWER.id(0), NEWER.id(1), NEWER.id(2), NEWER.id(3), OLDER.id(0), OLDER.id(1),
                OLDER.id(2));
    }

    @Test
    void listsByState() {
        String saved = text(CLIENT.get().uri("/v1/gallery?state=saved").exchange().expectStatus().isOk());
        String previews = text(CLIENT.get().uri("/v1/gallery?state=preview").exchange().expectStatus().isOk());

        assertThat(JsonPath.<List<String>>read(saved, "$.items[*].portraitId")).containsExactly(NEWER.id(3));
        assertThat(JsonPath.<List<String>>read(previews, "$.items[*].state")).hasSize(6).containsOnly("preview");
    }

    @Test
    void showsWhatIsKnownOfAPortrait() {
        CLIENT.get()
                .uri("/v1/gallery/{id}", NEWER.id(0))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.generationId")
                .isEqualTo("generation-1")
                .jsonPath("$.state")
                .isEqualTo("preview")
                .jsonPath("$.createdAt")
                .isEqualTo(MADE.toString())
                .jsonPath("$.expiresAt")
                .isEqualTo(MADE.plus(Duration.ofHours(24)).toString())
                .jsonPath("$.width")
                .isEqualTo(896)
                .jsonPath("$.height")
                .isEqualTo(1152)
                .jsonPath("$.seed")
                .isEqualTo(42)
                .jsonPath("$.likeness")
                .isEqualTo(0.75)
                .jsonPath("$.likenessBand")
                .isEqualTo("ALIKE")
                .jsonPath("$.likenessPercentile")
                .isEqualTo(75)
                .jsonPath("$.modelVersion")
                .isEqualTo("owner/name:version")
                .jsonPath("$.recipe")
                .isEqualTo(Map.of("generation", "/v1/generations/generation-1", "seed", 42, "modelVersion",
                        "owner/name:version", "aspectRatio", "4:5", "steps", 40, "guidanceScale", 3.0, "loraScale",
                        1.25))
                .jsonPath("$.again")
                .isEqualTo(Map.of("method", "POST", "href", "/v1/generations", "body",
                        Map.of("again", "generation-1", "seed", 42)))
                .jsonPath("$.imageUrl")
                .isEqualTo("/v1/gallery/" + NEWER.id(0) + "/image");
        CLIENT.get()
                .uri("/v1/gallery/{id}", NEWER.id(1))
                .exchange()
                .expectBody()
                .jsonPath("$.likeness")
                .isEqualTo("notMeasured");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/gallery/{id}", "GET /v1/gallery/{id}/image", "GET /v1/gallery/{id}/thumbnail",
            "POST /v1/gallery/{id}/save", "POST /v1/gallery/{id}/restore", "PUT /v1/gallery/{id}/favourite",
            "DELETE /v1/gallery/{id}/favourite", "DELETE /v1/gallery/{id}", "DELETE /v1/gallery/{id}?forever=true"})
    void hidesAPortraitFromOthersAsIfThereWereNone(String route) {
        HttpMethod method = HttpMethod.valueOf(route.substring(0, route.indexOf(' ')));
        String path = route.substring(route.indexOf('/'));

        String anothers = problem(STRANGER.method(method).uri(path, NEWER.id(0)).exchange());
        String unknown = problem(CLIENT.method(method).uri(path, "nothing").exchange());
        String impossible = problem(CLIENT.method(method).uri(path, "no..thing").exchange());

        assertThat(anothers.replace(NEWER.id(0), "nothing")).isEqualTo(unknown);
        assertThat(impossible.replace("no..thing", "nothing")).isEqualTo(unknown);
        RUNNING.anonymous().method(method).uri(path, NEWER.id(0)).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void listsNothingOfOthers() {
        assertThat(RUNNING.listed(STRANGER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=both", "sort=best", "band=ALIKE,NICE", "heldBack=maybe",
            "favourite=perhaps", "cursor=nonsense", "sort=likeness&cursor=MjAyNi0wMS0wMVQxMjowMDowMFoKMAph", "limit=0",
            "limit=201", "limit=many"})
    void refusesABadQuery(String query) {
        CLIENT.get()
                .uri("/v1/gallery?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static String problem(WebTestClient.ResponseSpec answer) {
        return text(answer.expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    private static String text(WebTestClient.ResponseSpec answer) {
        return new String(Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()),
                StandardCharsets.UTF_8);
    }
}
