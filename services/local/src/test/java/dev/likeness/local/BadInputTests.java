package dev.likeness.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong is said, and nothing is lost or stuck by it. */
class BadInputTests {

    @Test
    void givesEveryBadPhotoItsReason() {
        Journey person = Journey.ofSomebodyNew();
        byte[] good = Journey.photos(1).getFirst();
        List<byte[]> photos = new ArrayList<>();
        photos.add("I am no picture. ".repeat(1000).getBytes(StandardCharsets.UTF_8));
        photos.add(Arrays.copyOf(good, good.length / 2));
        photos.add(Arrays.copyOf(good, 9_999));
        photos.add(hugeHeader());
        photos.add(good);

        JsonNode report = person.report(person.upload(photos));

        assertThat(report.path("state").asString()).isEqualTo("refused");
        List<JsonNode> verdicts = report.path("photos").valueStream().toList();
        for (JsonNode verdict : verdicts.subList(0, 4)) {
            assertThat(verdict.path("verdict").asString()).as(verdict.toString()).isEqualToIgnoringCase("rejected");
            assertThat(verdict.path("reasons").get(0).path("message").asString()).as(verdict.toString()).isNotBlank();
        }
        assertThat(verdicts.get(2).path("reasons").toString()).contains("9999").contains("10240");
        assertThat(verdicts.get(4).path("verdict").asString()).isEqualToIgnoringCase("accepted");
    }

    @Test
    void refusesBytesThatAreNotWhatWasAnnounced() {
        Journey person = Journey.ofSomebodyNew();
        List<byte[]> photos = Journey.photos(2);
        JsonNode set = person.announce(photos);
        String first = set.path("photos").get(0).path("uploadUrl").asString();
        byte[] good = photos.getFirst();

        byte[] changed = good.clone();
        changed[changed.length / 2] ^= 1;
        for (byte[] wrong : List.of(Arrays.copyOf(good, good.length - 1), Arrays.copyOf(good, good.length + 1),
                changed)) {
            Api.Answer answer = person.api.put(first, wrong);
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 422);
            assertThat(answer.isProblem()).as(answer.toString()).isTrue();
        }

        String uploadId = set.path("uploadId").asString();
        Api.Answer early = person.api.post("/v1/uploads/" + uploadId + "/complete", Map.of());
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text()).contains(set.path("photos").get(1).path("photoId").asString());
        assertThat(person.api.put(first, good).status()).isBetween(200, 204);
    }

    @Test
    void answersWhatItDoesNotKnow() {
        Journey person = Journey.ofSomebodyNew();
        for (String path : List.of("/v1/uploads/00000000-0000-0000-0000-000000000000", "/v1/uploads/nonsense",
                "/v1/trainings/00000000-0000-0000-0000-000000000000", "/v1/gallery/nonsense", "/v1/nothing")) {
            Api.Answer answer = person.api.get(path);
            assertThat(answer.status()).as(path + " " + answer).isIn(400, 404);
            assertThat(answer.isProblem()).as(path + " " + answer).isTrue();
        }
        Api.Answer unreadable = person.api.post("/v1/uploads", "{no json", "key-1");
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.isProblem()).isTrue();
        Api.Answer noModel = person.api.post("/v1/generations", Map.of("prompt", "in a park"));
        assertThat(noModel.status()).as(noModel.toString()).isEqualTo(409);
        assertThat(noModel.isProblem()).isTrue();
    }

    @Test
    void repeatsTheAnswerToARepeatedRequest() {
        Journey person = Journey.ofSomebodyNew();
        byte[] photo = Journey.photos(1).getFirst();
        String body = "{\"photos\":[{\"name\":\"a.jpg\",\"size\":" + photo.length + ",\"sha256\":\""
                + Journey.sha256(photo) + "\"}]}";

        Api.Answer first = person.api.post("/v1/uploads", body, "the-key");
        Api.Answer again = person.api.post("/v1/uploads", body, "the-key");
        Api.Answer other = person.api.post("/v1/uploads", body.replace("a.jpg", "b.jpg"), "the-key");

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(person.api.get("/v1/uploads").json().path("items").size()).isEqualTo(1);
    }

    @Test
    void takesNoWebhookThatTheProviderDidNotSign() {
        Map<String, String> headers = Map.of("webhook-id", "msg_1", "webhook-timestamp", "1760000000",
                "webhook-signature", "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "Content-Type",
                "application/json");

        Api.Answer answer = Running.one()
                .nobody()
                .send("/webhooks/replicate", "POST", headers,
                        "{\"id\":\"x\",\"status\":\"succeeded\"}");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.isProblem()).isTrue();
    }

    /** A JPEG that says it has 65,000 by 65,000 pixels, padded to a size that is otherwise fine. */
    private static byte[] hugeHeader() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8, (byte) 0xFD,
                (byte) 0xE8, (byte) 0xFD, (byte) 0xE8, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1});
        bytes.writeBytes(new byte[12_000]);
        bytes.writeBytes(new byte[]{(byte) 0xFF, (byte) 0xD9});
        return bytes.toByteArray();
    }
}
