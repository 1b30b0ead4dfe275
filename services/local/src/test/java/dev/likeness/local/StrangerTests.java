package dev.likeness.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nobody sees, changes or even learns of what is another's. */
class StrangerTests {

    @Test
    void findsNothingUnderAnothersIds() {
        Journey owner = Journey.ofSomebodyNew();
        JsonNode preview = owner.portraits(15, 1).getFirst();
        String portraitId = preview.path("portraitId").asString();
        JsonNode upload = owner.api.get("/v1/uploads").json().path("items").get(0);
        String uploadId = upload.path("uploadId").asString();
        String photoId = owner.api.get("/v1/uploads/" + uploadId)
                .json()
                .path("photos")
                .get(0)
                .path("photoId")
                .asString();
        String trainingId = owner.api.get("/v1/trainings").json().path("items").get(0).path("trainingId").asString();
        String generationId = preview.path("generationId").asString();
        Journey stranger = Journey.ofSomebodyNew();

        for (String path : List.of("/v1/uploads/" + uploadId, "/v1/uploads/" + uploadId + "/report",
                "/v1/trainings/" + trainingId, "/v1/trainings/" + trainingId + "/events",
                "/v1/generations/" + generationId, "/v1/generations/" + generationId + "/events",
                "/v1/gallery/" + portraitId, "/v1/gallery/" + portraitId + "/image",
                "/v1/gallery/" + portraitId + "/thumbnail")) {
            assertNotFound(stranger.api.get(path), path);
        }
        for (String path : List.of("/v1/uploads/" + uploadId + "/complete", "/v1/trainings/" + trainingId + "/cancel",
                "/v1/gallery/" + portraitId + "/save")) {
            assertNotFound(stranger.api.post(path, Map.of()), path);
        }
        String photo = "/v1/uploads/" + uploadId + "/photos/" + photoId;
        assertNotFound(stranger.api.put(photo, Journey.photos(1).getFirst()), photo);
        assertNotFound(stranger.api.delete("/v1/gallery/" + portraitId), portraitId);
        for (String list : List.of("/v1/uploads", "/v1/trainings", "/v1/generations", "/v1/models",
                "/v1/gallery?state=preview", "/v1/gallery?state=saved")) {
            assertThat(stranger.api.get(list).json().path("items").size()).as(list).isZero();
        }
        assertThat(owner.api.get("/v1/gallery/" + portraitId + "/image").status()).isEqualTo(200);
    }

    @Test
    void isRefusedWithoutAGoodToken() {
        Running running = Running.one();
        for (Api api : List.of(running.nobody(), running.expired("e2e1"), running.forged("e2e1"),
                running.as("nodigit"))) {
            for (String path : List.of("/v1/uploads", "/v1/me", "/v1/trainings", "/v1/models", "/v1/generations",
                    "/v1/gallery?state=saved")) {
                Api.Answer answer = api.get(path);
                assertThat(answer.status()).as(path + " " + answer).isEqualTo(401);
                assertThat(answer.isProblem()).as(path + " " + answer).isTrue();
            }
        }
    }

    private static void assertNotFound(Api.Answer answer, String path) {
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(404);
        assertThat(answer.isProblem()).as(path + " " + answer).isTrue();
    }
}
