package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.sha256;
import static dev.likeness.upload.Shots.shot;
import static dev.likeness.upload.Shots.shots;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.upload.Client.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UploadingTests {

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @Test
    void takesAnAnnouncedSetPhotoByPhoto() {
        byte[][] shots = shots(3);
        Answer announced = person.post("/v1/uploads", announcement(shots));
        assertThat(announced.status()).isEqualTo(201);
        assertThat(announced.json().path("epoch").asLong()).isEqualTo(1);
        assertThat(announced.each("photos", "state")).containsOnly("awaited").hasSize(3);
        assertThat(announced.raw().headers().firstValue("location"))
                .contains("/v1/uploads/" + announced.text("uploadId"));

        List<String> urls = announced.each("photos", "uploadUrl");
        for (int number = 0; number < 3; number++) {
            Answer sent = person.put(urls.get(number), shots[number]);
            assertThat(sent.status()).isEqualTo(200);
            assertThat(sent.text("state")).isEqualTo("arrived");
        }
        Answer completed = person.post("/v1/uploads/" + announced.text("uploadId") + "/complete");

        assertThat(completed.status()).isEqualTo(202);
        assertThat(completed.text("state")).isEqualTo("checking");
        ImagesUploaded event = upload.probe().await(ImagesUploaded.class, person.userId());
        assertThat(event.getUploadId()).isEqualTo(announced.text("uploadId"));
        assertThat(event.getAutoStart()).isTrue();
        assertThat(event.getSpace()).isEqualTo(upload.space(person).value());
        assertThat(event.getPhotos()).extracting(UploadedPhoto::getPhotoId)
                .containsExactlyElementsOf(announced.each("photos", "photoId"));
        assertThat(event.getPhotos()).extracting(UploadedPhoto::getSha256)
                .containsExactlyElementsOf(Stream.of(shots).map(Shots::sha256).toList());
        assertThat(event.getPhotos()).extracting(UploadedPhoto::getContentType).containsOnly("image/jpeg");
        assertThat(upload.objects(person)).containsExactlyInAnyOrderElementsOf(
                event.getPhotos().stream().map(UploadedPhoto::getObjectKey).toList());
        assertThat(event.toString()).doesNotContain("photo-0");
    }

    @Test
    void completesOnceHoweverOftenItIsAsked() {
        Answer announced = announceAndSend(shot(1, 12_000));
        String complete = "/v1/uploads/" + announced.text("uploadId") + "/complete";

        List<CompletableFuture<Answer>> asked = Stream.generate(
                () -> CompletableFuture.supplyAsync(() -> person.post(complete))).limit(8).toList();

        assertThat(asked).allSatisfy(answer -> {
            assertThat(answer.join().status()).isEqualTo(202);
            assertThat(answer.join().json()).isEqualTo(person.get("/v1/uploads/" + announced.text("uploadId")).json());
        });
        assertThat(upload.probe().await(ImagesUploaded.class, person.userId())).isNotNull();
        assertThat(upload.count("SELECT (SELECT count(*) FROM outbox WHERE user_id = '" + person.userId()
                + "') + (SELECT count(*) FROM outbox_archive WHERE user_id = '" + person.userId() + "')")).isEqualTo(1);
    }

    @Test
    void showsWhatIsMissingAndWhereItGoes() {
        byte[][] shots = shots(2);
        Answer announced = person.post("/v1/uploads", announcement(shots));
        assertThat(person.put(announced.each("photos", "uploadUrl").getFirst(), shots[0]).status()).isEqualTo(200);

        Answer shown = person.get("/v1/uploads/" + announced.text("uploadId"));

        assertThat(shown.text("state")).isEqualTo("open");
        assertThat(shown.each("photos", "state")).containsExactly("arrived", "awaited");
        assertThat(shown.texts("missing")).containsExactly(announced.each("photos", "photoId").getLast());
        assertThat(person.put(shown.each("photos", "uploadUrl").getLast(), shots[1]).status()).isEqualTo(200);
        assertThat(person.get("/v1/uploads/" + announced.text("uploadId")).texts("missing")).isEmpty();
    }

    @Test
    void usesBytesAgainThatAreHere() {
        byte[] known = shot(1, 12_000);
        byte[] fresh = shot(2, 12_000);
        Answer earlier = announceAndSend(known);

        Answer announced = person.post("/v1/uploads", announcement(known, fresh));

        assertThat(announced.each("photos", "state")).containsExactly("held", "awaited");
        assertThat(person.put(announced.each("photos", "uploadUrl").getLast(), fresh).status()).isEqualTo(200);
        assertThat(upload.objects(person)).hasSize(2);
        assertThat(person.post("/v1/uploads/" + announced.text("uploadId") + "/complete").status()).isEqualTo(202);
        assertThat(person.get("/v1/uploads/" + earlier.text("uploadId")).text("state")).isEqualTo("open");
        assertThat(upload.newPerson().post("/v1/uploads", announcement(known)).each("photos", "state"))
                .as("another's bytes are not held")
                .containsExactly("awaited");
    }

    @Test
    void replacesAPhotoThatIsSentAgainAndKeepsOneObject() {
        byte[] shot = shot(1, 12_000);
        Answer announced = announceAndSend(shot);
        String url = announced.each("photos", "uploadUrl").getFirst();

        assertThat(person.put(url, shot).status()).isEqualTo(200);

        assertThat(upload.objects(person)).hasSize(1);
        assertThat(upload.looseObjects(person)).isZero();
    }

    @Test
    void keepsOneObjectOfTwoThatAreSentAtTheSameTime() {
        byte[] shot = shot(1, 1_500_000);
        Answer announced = person.post("/v1/uploads", announcement(shot));
        String url = announced.each("photos", "uploadUrl").getFirst();

        List<CompletableFuture<Answer>> sent = Stream
                .generate(() -> CompletableFuture.supplyAsync(() -> person.put(url, shot)))
                .limit(4)
                .toList();

        assertThat(sent).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(upload.objects(person)).hasSize(1);
        assertThat(upload.looseObjects(person)).isZero();
    }

    @Test
    void answersARepeatedAnnouncementLikeTheFirst() {
        String body = announcement(shot(1, 12_000));

        Answer first = person.post("/v1/uploads", body, "Idempotency-Key", "key-1");
        Answer again = person.post("/v1/uploads", body, "Idempotency-Key", "key-1");
        Answer other = person.post("/v1/uploads", announcement(shot(2, 12_000)), "Idempotency-Key", "key-1");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(person.get("/v1/uploads").json().path("items")).hasSize(1);
    }

    @Test
    void listsUploadsPageByPageNewestFirst() {
        List<String> ids = Stream.of(1, 2, 3)
                .map(seed -> person.post("/v1/uploads", announcement(shot(seed, 12_000))).text("uploadId"))
                .toList();

        Answer first = person.get("/v1/uploads?limit=2");
        Answer second = person.get("/v1/uploads?limit=2&cursor=" + first.text("nextCursor"));

        assertThat(first.each("items", "uploadId")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.each("items", "uploadId")).containsExactly(ids.get(0));
        assertThat(second.json().path("nextCursor").isString()).isFalse();
        assertThat(first.json().path("items").get(0).path("missing").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatIsHeldAndAsked() {
        Answer fresh = person.get("/v1/me");
        assertThat(fresh.text("userId")).isEqualTo(person.userId());
        assertThat(fresh.json().path("epoch").asLong()).isEqualTo(1);
        assertThat(fresh.each("asks", "code")).containsExactly("upload-photos");

        Answer announced = announceAndSend(shot(1, 12_000));
        assertThat(person.post("/v1/uploads/" + announced.text("uploadId") + "/complete").status()).isEqualTo(202);

        Answer after = person.get("/v1/me");
        assertThat(after.json().path("asks")).isEmpty();
        assertThat(after.json().path("held").path("uploads").asInt()).isEqualTo(1);
        assertThat(after.json().path("held").path("photos").asInt()).isEqualTo(1);
    }

    @Test
    void letsATrainingWaitWhenAskedTo() {
        byte[] shot = shot(1, 12_000);
        Answer announced = person.post("/v1/uploads", "{\"autoStart\":false,\"photos\":["
                + Shots.photo("a", shot.length, sha256(shot)) + "]}");
        assertThat(person.put(announced.each("photos", "uploadUrl").getFirst(), shot).status()).isEqualTo(200);
        assertThat(person.post("/v1/uploads/" + announced.text("uploadId") + "/complete").status()).isEqualTo(202);

        assertThat(upload.probe().await(ImagesUploaded.class, person.userId()).getAutoStart()).isFalse();
    }

    private Answer announceAndSend(byte[] shot) {
        Answer announced = person.post("/v1/uploads", announcement(shot));
        assertThat(person.put(announced.each("photos", "uploadUrl").getFirst(), shot).status()).isEqualTo(200);
        return announced;
    }
}
