package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.photo;
import static dev.likeness.upload.Shots.sha256;
import static dev.likeness.upload.Shots.shot;
import static dev.likeness.upload.Shots.shots;
import static dev.likeness.upload.Shots.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.upload.Client.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingTests {

    private static final byte[] SHOT = shot(7, 30_000);

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();
    private String uploadId = "";
    private String url = "";

    @BeforeEach
    void announce() {
        Answer announced = person.post("/v1/uploads", announcement(SHOT));
        uploadId = announced.text("uploadId");
        url = announced.each("photos", "uploadUrl").getFirst();
    }

    @Test
    void refusesABodyShorterThanAnnounced() {
        Answer answer = person.put(url, without(SHOT, 1));

        assertProblem(answer, 422, "wrong-size");
        assertThat(answer.json().path("expected").asLong()).isEqualTo(30_000);
        assertThat(answer.json().path("measured").asLong()).isEqualTo(29_999);
        assertNothingArrived();
    }

    @Test
    void refusesABodyLongerThanAnnounced() {
        Answer answer = person.put(url, Arrays.copyOf(SHOT, 30_001));

        assertProblem(answer, 422, "wrong-size");
        assertThat(answer.json().path("measured").asLong()).isEqualTo(30_001);
        assertNothingArrived();
    }

    @Test
    void refusesOtherBytesThanAnnounced() {
        Answer answer = person.put(url, shot(8, 30_000));

        assertProblem(answer, 422, "wrong-sha256");
        assertThat(answer.text("expected")).isEqualTo(sha256(SHOT));
        assertThat(answer.text("measured")).isEqualTo(sha256(shot(8, 30_000)));
        assertNothingArrived();
    }

    @Test
    void keepsWhatHasArrivedWhenARepetitionIsWrong() {
        assertThat(person.put(url, SHOT).status()).isEqualTo(200);

        assertProblem(person.put(url, shot(8, 30_000)), 422, "wrong-sha256");

        assertThat(person.get("/v1/uploads/" + uploadId).each("photos", "state")).containsExactly("arrived");
        assertThat(upload.objects(person)).hasSize(1);
    }

    @Test
    void wantsTheLength() {
        assertProblem(person.putChunked(url, SHOT), 411, "length-required");
        assertNothingArrived();
    }

    @Test
    void answersTheNextRequestAfterEveryRefusal() {
        Multipart many = Multipart.of(shots(51));
        for (int number = 0; number < 40; number++) {
            assertThat(person.putChunked(url, SHOT).status()).isEqualTo(411);
            assertThat(person.get("/v1/me").status()).isEqualTo(200);
            assertThat(person.put(url, without(SHOT, 1)).status()).isEqualTo(422);
            assertThat(person.get("/v1/me").status()).isEqualTo(200);
            assertThat(upload.nobody().put(url, SHOT).status()).isEqualTo(401);
            assertThat(person.put("/nowhere", SHOT).status()).isEqualTo(404);
            if (number % 10 == 0) {
                assertThat(person.multipart(many).status()).isEqualTo(422);
                assertThat(person.get("/v1/me").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void refusesToCompleteWithPhotosMissing() {
        Answer answer = person.post("/v1/uploads/" + uploadId + "/complete");

        assertProblem(answer, 409, "photos-missing");
        assertThat(answer.texts("missing"))
                .isEqualTo(person.get("/v1/uploads/" + uploadId).each("photos", "photoId"));
        assertThat(person.get("/v1/uploads/" + uploadId).text("state")).isEqualTo("open");
    }

    @Test
    void refusesPhotosOnceTheSetIsComplete() {
        assertThat(person.put(url, SHOT).status()).isEqualTo(200);
        assertThat(person.post("/v1/uploads/" + uploadId + "/complete").status()).isEqualTo(202);

        assertProblem(person.put(url, SHOT), 409, "already-complete");
        assertThat(upload.objects(person)).hasSize(1);
    }

    @Test
    void refusesMoreThanFiftyPhotos() {
        Answer answer = person.post("/v1/uploads", announcement(shots(51)));

        assertProblem(answer, 422, "too-many-photos");
        assertThat(answer.json().path("measured").asInt()).isEqualTo(51);
        assertThat(person.post("/v1/uploads", announcement(shots(50))).status()).isEqualTo(201);
    }

    @Test
    void refusesEmptyAndTooLargePhotos() {
        String sha256 = sha256(SHOT);

        assertProblem(person.post("/v1/uploads", "{\"photos\":[" + photo("a", 0, sha256) + "]}"), 422, "empty-photo");
        assertProblem(person.post("/v1/uploads", "{\"photos\":[" + photo("a", -1, sha256) + "]}"), 422, "empty-photo");
        Answer large = person.post("/v1/uploads",
                "{\"photos\":[" + photo("a", RunningUpload.LARGEST_PHOTO + 1L, sha256) + "]}");
        assertProblem(large, 422, "photo-too-large");
        assertThat(large.json().path("limit").asLong()).isEqualTo(RunningUpload.LARGEST_PHOTO);
        assertThat(person.post("/v1/uploads", "{\"photos\":[" + photo("a", 9_999, sha256) + "]}").status())
                .as("a photo under 10 KB gets a verdict, not a refusal")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"photos\":", "[]", "{}", "{\"photos\":[]}", "{\"photos\":[null]}",
            "{\"photos\":[{\"name\":\"a\"}]}", "{\"photos\":[{\"name\":\"a\",\"size\":5,\"sha256\":\"abc\"}]}",
            "{\"photos\":[{\"name\":\"a\",\"size\":\"many\",\"sha256\":\"abc\"}]}", ""})
    void refusesMalformedAnnouncements(String body) {
        Answer answer = person.post("/v1/uploads", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.text("detail")).isNotBlank();
    }

    @Test
    void takesNamesOfAnyKindButShowsThemClean() {
        Answer answer = person.post("/v1/uploads",
                "{\"photos\":[" + photo("../../etc/\\u0000pass\\u202Ewd" + "x".repeat(300), 20_000, sha256(SHOT))
                        + "]}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.each("photos", "name").getFirst()).startsWith("../../etc/passwdxxx").hasSize(255);
    }

    @Test
    void hidesWhatBelongsToOthers() {
        assertThat(person.put(url, SHOT).status()).isEqualTo(200);
        Client other = upload.newPerson();
        assertThat(other.post("/v1/uploads", announcement(shot(9, 20_000))).status()).isEqualTo(201);

        for (Client stranger : List.of(other, upload.newPerson())) {
            assertProblem(stranger.get("/v1/uploads/" + uploadId), 404, "unknown-upload");
            assertProblem(stranger.put(url, SHOT), 404, "unknown-upload");
            assertProblem(stranger.post("/v1/uploads/" + uploadId + "/complete"), 404, "unknown-upload");
            assertThat(stranger.get("/v1/uploads").each("items", "uploadId")).doesNotContain(uploadId);
        }
        String unknown = "/v1/uploads/" + UUID.randomUUID();
        assertThat(other.get("/v1/uploads/" + uploadId).text("detail"))
                .as("exactly as an unknown one")
                .isEqualTo(other.get(unknown).text("detail"));
        assertProblem(person.put("/v1/uploads/" + uploadId + "/photos/" + UUID.randomUUID(), SHOT), 404,
                "unknown-photo");
        assertProblem(person.post(unknown + "/complete"), 404, "unknown-upload");
        assertProblem(person.get("/v1/uploads/not-a-uuid"), 400, "bad-parameter");
    }

    @Test
    void refusesWhoHasNoToken() {
        for (String path : List.of("/v1/uploads", "/v1/me", "/v1/uploads/" + uploadId, "/v1/trainings", "/nowhere")) {
            Answer answer = upload.nobody().get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
        }
    }

    private void assertNothingArrived() {
        assertThat(person.get("/v1/uploads/" + uploadId).each("photos", "state")).containsExactly("awaited");
        assertThat(upload.objects(person)).isEmpty();
        assertThat(upload.looseObjects(person)).isZero();
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.raw().body()).contains("urn:problem:upload:" + slug);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }
}
