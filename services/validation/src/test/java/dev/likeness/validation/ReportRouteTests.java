package dev.likeness.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.ImagesValidated;
import dev.likeness.person.Person;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class ReportRouteTests {

    private static final RunningValidation RUNNING = RunningValidation.instance();
    private static final Person PERSON = UploadedSet.anyPerson();
    private static final UploadedSet SET = new UploadedSet(RUNNING, PERSON);

    @BeforeAll
    static void uploads() {
        SET.add(TestPhotos.jpeg(700, 900, 1));
        SET.add(TestPhotos.jpeg(700, 900, 1));
        SET.add(Arrays.copyOf(TestPhotos.jpeg(1030, 1040, 2), 9_999));
        var _ = RUNNING.probe().publish(SET.event(true));
        assertThat(RUNNING.probe().await(ImagesValidated.class, PERSON.userId().value()).getAccepted()).isFalse();
    }

    @Test
    void showsEachVerdictWithItsReasons() {
        report(RUNNING.client(PERSON.userId().value()), SET.uploadId()).expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.uploadId")
                .isEqualTo(SET.uploadId())
                .jsonPath("$.state")
                .isEqualTo("refused")
                .jsonPath("$.goodPhotos")
                .isEqualTo(1)
                .jsonPath("$.reasons[0].code")
                .isEqualTo("TOO_FEW_GOOD_PHOTOS")
                .jsonPath("$.reasons[0].message")
                .isEqualTo("1 good photo, at least 15 are needed. Please add 14 more.")
                .jsonPath("$.photos.length()")
                .isEqualTo(3)
                .jsonPath("$.photos[0].verdict")
                .isEqualTo("accepted")
                .jsonPath("$.photos[0].reasons[0].code")
                .isEqualTo("RESOLUTION_BELOW_RECOMMENDED")
                .jsonPath("$.photos[0].reasons[0].warning")
                .isEqualTo(true)
                .jsonPath("$.photos[0].reasons[0].measured")
                .isEqualTo(700)
                .jsonPath("$.photos[0].reasons[0].limit")
                .isEqualTo(1024)
                .jsonPath("$.photos[0].reasons[0].unit")
                .isEqualTo("px")
                .jsonPath("$.photos[1].verdict")
                .isEqualTo("rejected")
                .jsonPath("$.photos[1].reasons[?(@.code == 'EXACT_DUPLICATE')].twin")
                .isEqualTo(SET.photoId(0))
                .jsonPath("$.photos[2].reasons[0].code")
                .isEqualTo("FILE_TOO_SMALL")
                .jsonPath("$.trainingId")
                .doesNotExist();
    }

    @Test
    void waitsForAnUploadThatWasCompletedAMomentAgo() {
        var late = new UploadedSet(RUNNING, UploadedSet.anyPerson());
        late.add(TestPhotos.jpeg(700, 900, 3));
        ImagesUploaded event = late.event(false);
        CompletableFuture<WebTestClient.ResponseSpec> answer = CompletableFuture
                .supplyAsync(() -> report(RUNNING.client(event.getUserId()), late.uploadId()));

        var _ = RUNNING.probe().publish(event);

        answer.join().expectStatus().isOk();
    }

    @Test
    void hidesAReportFromOthersAsIfThereWereNone() {
        String stranger = UploadedSet.anyPerson().userId().value();
        byte[] anothers = problem(report(RUNNING.client(stranger), SET.uploadId()));
        byte[] unknown = problem(report(RUNNING.client(stranger), "nothing"));

        assertThat(new String(anothers, UTF_8)
                .replace(SET.uploadId(), "nothing"))
                .isEqualTo(new String(unknown, UTF_8));
    }

    @Test
    void wantsAToken() {
        report(RUNNING.anonymous(), SET.uploadId()).expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private static byte[] problem(WebTestClient.ResponseSpec answer) {
        byte[] body = answer.expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:validation:unknown-upload")
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    private static WebTestClient.ResponseSpec report(WebTestClient client, String uploadId) {
        return client.get().uri("/v1/uploads/{id}/report", uploadId).exchange();
    }
}
