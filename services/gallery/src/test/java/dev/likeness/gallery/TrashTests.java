package dev.likeness.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.likeness.events.PortraitDeleted;
import dev.likeness.events.PortraitSaved;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Into the trash and back, and out of it for good. */
class TrashTests {

    private static final Duration A_DAY = Duration.ofHours(24);

    private final RunningGallery running = RunningGallery.instance();
    private final Person person = MadePortraits.anyPerson();
    private final String userId = person.userId().value();
    private final WebTestClient client = running.client(userId);
    private final MadePortraits made = new MadePortraits(running, person).add(2);
    private final Instant madeAt = Clock.systemUTC().instant();
    private final UUID eventId = running.probe().publish(made.event(madeAt, A_DAY));

    @BeforeEach
    void arrives() {
        Awaitility.await().until(() -> running.listed(client).size() == 2);
    }

    @Test
    void givesASavedPortraitBackAsItWas() {
        answers(200, "POST", "/save");
        answers(200, "PUT", "/favourite");
        answers(204, "DELETE", "");
        answers(204, "DELETE", "");
        assertThat(running.listed(client)).containsExactly(made.id(1));
        assertThat(running.listed(client, "?state=trash")).containsExactly(made.id(0));
        client.get()
                .uri(path(""))
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("trash")
                .jsonPath(
                        "$.imageUrl")
                .doesNotExist();
        Duration kept = Duration.between(madeAt, Instant.parse(expiresAt()));
        assertThat(kept).isBetween(Duration.ofDays(30), Duration.ofDays(30).plusMinutes(5));
        answers(404, "GET", "/image");
        answers(404, "POST", "/save");
        answers(404, "PUT", "/favourite");
        answers(200, "GET", "/thumbnail");

        answers(200, "POST", "/restore");
        answers(200, "POST", "/restore");

        assertThat(running.listed(client, "?state=saved&favourite=true")).containsExactly(made.id(0));
        assertThat(running.listed(client, "?state=trash")).isEmpty();
        answers(200, "GET", "/image");
        assertThat(running.copies(person.space())).hasSize(1);
        assertThat(running.probe().events(PortraitDeleted.class, userId)).isEmpty();
        assertThat(running.probe().await(PortraitSaved.class, userId).getPortraitId()).isEqualTo(made.id(0));
    }

    @Test
    void removesWhatWasInTheTrashForItsTimeAndTellsThen() {
        answers(200, "POST", "/save");
        answers(204, "DELETE", "");
        elapses("trash_until");
        answers(410, "POST", "/restore");
        assertThat(running.listed(client, "?state=trash")).isEmpty();

        becomesDue(GalleryWork.EMPTY_TRASH);

        PortraitDeleted deleted = running.probe().await(PortraitDeleted.class, userId);
        assertThat(deleted.getPortraitId()).isEqualTo(made.id(0));
        assertThat(deleted.getExpired()).isFalse();
        Awaitility.await().until(() -> running.held(person.space()).stream().noneMatch(this::isOfTheFirst));
        answers(410, "POST", "/restore");
        answers(404, "GET", "");
        answers(404, "GET", "/thumbnail");
        answers(204, "DELETE", "");
        var _ = running.probe().publish(eventId, made.event(madeAt, A_DAY));
        var _ = running.probe().publish(made.event(madeAt, A_DAY));
        comesBackNever();
    }

    private void comesBackNever() {
        MadePortraits last = new MadePortraits(running, person).add(1);
        var _ = running.probe().publish(last.event(A_DAY));
        Awaitility.await().until(() -> running.listed(client).contains(last.id(0)));
        assertThat(running.listed(client)).containsExactlyInAnyOrder(made.id(1), last.id(0));
        assertThat(running.listed(client, "?state=trash")).isEmpty();
        assertThat(running.probe().events(PortraitDeleted.class, userId)).hasSize(1);
    }

    @Test
    void keepsAPreviewInTheTrashNoLongerThanItWasOffered() {
        answers(204, "DELETE", "");
        assertThat(Duration.between(madeAt, Instant.parse(expiresAt()))).isBetween(A_DAY.minusSeconds(1), A_DAY);
        var _ = running.probe().publish(eventId, made.event(madeAt, A_DAY));
        assertThat(running.listed(client)).containsExactly(made.id(1));

        answers(200, "POST", "/restore");
        assertThat(running.listed(client)).containsExactly(made.id(0), made.id(1));

        answers(204, "DELETE", "?forever=true");
        answers(410, "POST", "/restore");
        assertThat(running.probe().await(PortraitDeleted.class, userId).getPortraitId()).isEqualTo(made.id(0));
    }

    private boolean isOfTheFirst(ObjectKey key) {
        List<String> second = running.database()
                .sql("SELECT gallery_key FROM portrait WHERE portrait_id = :id")
                .bind("id", made.id(1))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
        return second.stream().noneMatch(key.name()::startsWith);
    }

    private void elapses(String column) {
        running.database()
                .sql("UPDATE portrait SET " + column + " = :past WHERE portrait_id = :id")
                .bind("past", OffsetDateTime.ofInstant(madeAt.minusSeconds(1), ZoneOffset.UTC))
                .bind("id", made.id(0))
                .then()
                .block();
    }

    private void becomesDue(String kind) {
        running.database()
                .sql("UPDATE work SET due_at = now() WHERE kind = :kind AND key LIKE :id || '%'")
                .bind("kind", kind)
                .bind("id", made.id(0))
                .then()
                .block();
    }

    private String expiresAt() {
        byte[] body = client.get().uri(path("")).exchange().expectBody().returnResult().getResponseBody();
        return JsonPath.read(new String(Objects.requireNonNull(body), UTF_8), "$.expiresAt");
    }

    private String path(String more) {
        return "/v1/gallery/" + made.id(0) + more;
    }

    private void answers(int status, String method, String more) {
        client.method(HttpMethod.valueOf(method))
                .uri(path(more))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody();
    }
}
