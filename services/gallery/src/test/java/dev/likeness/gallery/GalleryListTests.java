package dev.likeness.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.likeness.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What the list shows, in which order, and that its pages hold while portraits come and go. */
class GalleryListTests {

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Instant MADE = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    private static final RunningGallery RUNNING = RunningGallery.instance();
    private static final Person PERSON = MadePortraits.anyPerson();
    private static final WebTestClient CLIENT = RUNNING.client(PERSON.userId().value());
    private static final MadePortraits OLDER = new MadePortraits(RUNNING, PERSON).alike(0.5, "ALIKE")
            .alike(0.4, "DOUBTFUL")
            .heldBack(0.1);
    private static final MadePortraits NEWER = new MadePortraits(RUNNING, PERSON).alike(0.6, "AS_YOUR_PHOTOS")
            .alike(0.5, "ALIKE")
            .add(2);

    @BeforeAll
    static void generates() {
        var _ = RUNNING.probe().publish(NEWER.event(MADE, A_DAY));
        var _ = RUNNING.probe().publish(OLDER.event(MADE.minusSeconds(60), A_DAY));
        Awaitility.await().until(() -> RUNNING.listed(CLIENT).size() == 6);
    }

    @Test
    void showsWhatIsHeldBackOnlyWhenAsked() {
        assertThat(RUNNING.listed(CLIENT)).doesNotContain(OLDER.id(2));
        assertThat(RUNNING.listed(CLIENT, "?heldBack=hide")).doesNotContain(OLDER.id(2));
        assertThat(RUNNING.listed(CLIENT, "?heldBack=show")).contains(OLDER.id(2)).hasSize(7);
        CLIENT.get()
                .uri("/v1/gallery/{id}", OLDER.id(2))
                .exchange()
                .expectBody()
                .jsonPath("$.heldBack")
                .isEqualTo(true)
                .jsonPath("$.likenessBand")
                .isEqualTo("NOT_YOU");
    }

    @Test
    void ordersByLikenessAndPutsWhatWasNotMeasuredLast() {
        List<String> best = List.of(NEWER.id(2), NEWER.id(0), NEWER.id(1), OLDER.id(0), OLDER.id(1), OLDER.id(2),
                NEWER.id(3));

        assertThat(RUNNING.listed(CLIENT, "?sort=likeness&heldBack=show")).isEqualTo(best);
        for (int limit : List.of(1, 2, 6)) {
            assertThat(pages("sort=likeness&heldBack=show&limit=" + limit, () -> {})).isEqualTo(best);
        }
    }

    @Test
    void filtersByBandAndFavourite() {
        CLIENT.put().uri("/v1/gallery/{id}/favourite", OLDER.id(0)).exchange().expectStatus().isOk();
        CLIENT.put().uri("/v1/gallery/{id}/favourite", NEWER.id(0)).exchange().expectStatus().isOk();

        assertThat(RUNNING.listed(CLIENT, "?favourite=true")).containsExactly(NEWER.id(0), OLDER.id(0));
        assertThat(RUNNING.listed(CLIENT, "?band=ALIKE")).containsExactly(NEWER.id(1), NEWER.id(2), OLDER.id(0));
        assertThat(RUNNING.listed(CLIENT, "?band=ALIKE,DOUBTFUL&favourite=false&sort=likeness"))
                .containsExactly(NEWER.id(2), NEWER.id(1), OLDER.id(1));

        CLIENT.delete().uri("/v1/gallery/{id}/favourite", OLDER.id(0)).exchange().expectStatus().isOk();
        assertThat(RUNNING.listed(CLIENT, "?favourite=true")).containsExactly(NEWER.id(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "likeness"})
    void keepsItsPagesWhileNewPortraitsArrive(String sort) {
        Person person = MadePortraits.anyPerson();
        WebTestClient client = RUNNING.client(person.userId().value());
        MadePortraits first = new MadePortraits(RUNNING, person).alike(0.3, "DOUBTFUL")
                .alike(0.5, "ALIKE")
                .add(1)
                .alike(0.4, "ALIKE");
        var _ = RUNNING.probe().publish(first.event(MADE, A_DAY));
        Awaitility.await().until(() -> RUNNING.listed(client).size() == 4);
        List<String> before = RUNNING.listed(client, "?sort=" + sort);
        MadePortraits arriving = new MadePortraits(RUNNING, person);
        int[] arrived = {0};

        List<String> seen = pages(client, "sort=" + sort + "&limit=1", () -> {
            var _ = arriving.alike(0.99, "AS_YOUR_PHOTOS");
            var _ = RUNNING.probe().publish(arriving.event(MADE.plusSeconds(60 + arrived[0]), A_DAY));
            int expected = ++arrived[0] + 4;
            Awaitility.await().until(() -> RUNNING.listed(client).size() == expected);
        });

        assertThat(seen).isEqualTo(before);
        assertThat(RUNNING.listed(client, "?sort=" + sort)).endsWith(before.toArray(String[]::new)).hasSize(7);
    }

    private static List<String> pages(String query, Runnable between) {
        return pages(CLIENT, query, between);
    }

    private static List<String> pages(WebTestClient client, String query, Runnable between) {
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            byte[] body = client.get()
                    .uri("/v1/gallery?" + query + (next.isEmpty() ? "" : "&cursor=" + next))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            String page = new String(Objects.requireNonNull(body), UTF_8);
            seen.addAll(JsonPath.<List<String>>read(page, "$.items[*].portraitId"));
            next = JsonPath.read(page, "$.nextCursor");
            if (next != null) {
                between.run();
            }
        }
        return seen;
    }
}
