package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.Verdict;
import dev.likeness.person.Person;
import dev.likeness.validation.judging.Shots;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The person says that a verdict is wrong, or that the training may start. */
class OverridingTests {

    private final RunningValidation running = RunningValidation.instance();
    private final Person person = UploadedSet.anyPerson();
    private final String userId = person.userId().value();
    private final WebTestClient client = running.client(userId);
    private final UploadedSet set = new UploadedSet(running, person);

    @Test
    void takesThePersonsWordAndStartsTheTraining() {
        set.addGood(14, 1000);
        set.addWith(1100, Shots.face(Shots.vector(1, 30)));
        set.addWith(1101);
        refused();
        client.get()
                .uri("/v1/uploads/{id}/report", set.uploadId())
                .exchange()
                .expectBody()
                .jsonPath("$.reasons[0].code")
                .isEqualTo("TOO_FEW_GOOD_PHOTOS")
                .jsonPath("$.photos[14].reasons[?(@.code == 'NOT_THE_SAME_PERSON')].beside.length()")
                .isEqualTo(2)
                .jsonPath("$.photos[14].overridable")
                .isEqualTo(true)
                .jsonPath("$.photos[15].overridable")
                .isEqualTo(false)
                .jsonPath("$.coverage.meter")
                .isNumber()
                .jsonPath("$.coverage.suggestions.length()")
                .isEqualTo(3);

        problem(override(14, "BECAUSE"), HttpStatus.BAD_REQUEST, null);
        problem(override(15, "CHECK_IS_WRONG"), HttpStatus.CONFLICT, "not-overridable");
        problem(override(0, "CHECK_IS_WRONG"), HttpStatus.CONFLICT, "nothing-to-override");
        override(14, "OLD_PHOTO").expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("accepted")
                .jsonPath("$.photos[14].verdict")
                .isEqualTo("accepted")
                .jsonPath("$.photos[14].override")
                .isEqualTo("OLD_PHOTO")
                .jsonPath("$.photos[14].reasons[?(@.code == 'NOT_THE_SAME_PERSON')].warning")
                .isEqualTo(true);

        TrainingRequested training = running.probe().await(TrainingRequested.class, userId);
        assertThat(training.getPhotos()).hasSize(15);
        Awaitility.await().until(() -> running.probe().events(ImagesValidated.class, userId).size() == 2);
        ImagesValidated first = running.probe().events(ImagesValidated.class, userId).getFirst();
        ImagesValidated second = running.probe().events(ImagesValidated.class, userId).getLast();
        assertThat(second.getRevision()).isEqualTo(1);
        assertThat(second.getOccurredAt()).isAfter(first.getOccurredAt());
        assertThat(second.getPhotos()).extracting(PhotoVerdict::getOverride).contains("OLD_PHOTO");
        assertThat(second.getPhotos().get(14).getVerdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(second.getPhotos().get(14).getPreparedKey()).isIn(
                running.prepared(person.space()).stream().map(key -> key.name()).toList());
        problem(override(15, "CHECK_IS_WRONG"), HttpStatus.CONFLICT, "training-exists");
    }

    @Test
    void startsATrainingOnceThePersonConfirms() {
        set.addGood(15, 1200);
        problem(train(), HttpStatus.NOT_FOUND, "unknown-upload");
        var _ = running.probe().publish(set.event(false));
        assertThat(running.probe().await(ImagesValidated.class, userId).getAccepted()).isTrue();

        train().expectStatus().isAccepted().expectBody().jsonPath("$.trainingId").isNotEmpty();

        TrainingRequested training = running.probe().await(TrainingRequested.class, userId);
        assertThat(training.getUploadId()).isEqualTo(set.uploadId());
        problem(train(), HttpStatus.CONFLICT, "training-exists");
        UploadedSet other = new UploadedSet(running, person);
        other.addGood(15, 1200);
        var _ = running.probe().publish(other.event(false));
        Awaitility.await().until(() -> running.probe().events(ImagesValidated.class, userId).size() == 2);
        problem(post("/v1/uploads/" + other.uploadId() + "/train", "{}"), HttpStatus.CONFLICT, "training-exists");
        assertThat(running.probe().events(TrainingRequested.class, userId)).hasSize(1);
    }

    @Test
    void startsNoTrainingOnARefusedSetOrAnothersSet() {
        set.addGood(1, 1300);
        refused();

        problem(train(), HttpStatus.CONFLICT, "not-accepted");
        WebTestClient stranger = running.client(UploadedSet.anyPerson().userId().value());
        problem(stranger.post().uri("/v1/uploads/{id}/train", set.uploadId()).exchange(), HttpStatus.NOT_FOUND,
                "unknown-upload");
        problem(stranger.get().uri("/v1/uploads/{id}/events", set.uploadId()).exchange(), HttpStatus.NOT_FOUND,
                "unknown-upload");
        problem(stranger.post()
                .uri("/v1/uploads/{id}/photos/{photo}/override", set.uploadId(), set.photoId(0))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"OLD_PHOTO\"}")
                .exchange(), HttpStatus.NOT_FOUND, "unknown-upload");
    }

    private void refused() {
        var _ = running.probe().publish(set.event(true));
        assertThat(running.probe().await(ImagesValidated.class, userId).getAccepted()).isFalse();
    }

    private WebTestClient.ResponseSpec override(int place, String reason) {
        return post("/v1/uploads/" + set.uploadId() + "/photos/" + set.photoId(place) + "/override",
                "{\"reason\":\"" + reason + "\"}");
    }

    private WebTestClient.ResponseSpec train() {
        return post("/v1/uploads/" + set.uploadId() + "/train", "{}");
    }

    private WebTestClient.ResponseSpec post(String path, String body) {
        return client.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private static void problem(WebTestClient.ResponseSpec answer, HttpStatus status,
            @org.jspecify.annotations.Nullable String slug) {
        var body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isNotEmpty();
        if (slug != null) {
            body.jsonPath("$.type").isEqualTo("urn:problem:validation:" + slug);
        }
    }
}
