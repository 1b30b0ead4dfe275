package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.events.Verdict;
import dev.likeness.upload.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A set that was checked is changed by its person. */
class ChangingTests {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @Test
    void takesFurtherPhotosIntoARefusedSetAndTellsItAgain() {
        String id = refused(shot(1, 12_000), shot(2, 12_000));
        byte[] third = shot(3, 12_000);

        Answer added = person.post("/v1/uploads/" + id + "/photos", announcement(third), "Idempotency-Key", "add-1");
        Answer again = person.post("/v1/uploads/" + id + "/photos", announcement(third), "Idempotency-Key", "add-1");

        assertThat(added.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(added.json());
        assertThat(added.text("state")).isEqualTo("open");
        assertThat(added.each("photos", "state")).containsExactly("accepted", "rejected", "awaited");
        assertThat(person.put(added.each("photos", "uploadUrl").getLast(), third).status()).isEqualTo(200);
        assertThat(person.post("/v1/uploads/" + id + "/complete").text("state")).isEqualTo("checking");
        ImagesUploaded second = told(id, 2);
        assertThat(second.getPhotos()).extracting(UploadedPhoto::getPhotoId)
                .containsExactlyElementsOf(added.each("photos", "photoId"));

        // A verdict on the first revision, come late, says nothing about the second.
        var _ = upload.probe().publish(verdict(told(id, 1), 1, true, AT.plusSeconds(9)));
        var _ = upload.probe().publish(verdict(second, 2, false, AT.plusSeconds(1)));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo("refused"));
        assertThat(person.get("/v1/uploads/" + id).json().path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void dropsAPhotoWithItsObjectAndTellsTheRest() {
        String id = refused(shot(1, 12_000), shot(2, 12_000));
        List<String> photos = person.get("/v1/uploads/" + id).each("photos", "photoId");
        String dropped = "/v1/uploads/" + id + "/photos/" + photos.getFirst();

        Answer answer = person.delete(dropped);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("checking");
        assertThat(answer.each("photos", "photoId")).containsExactly(photos.getLast());
        assertThat(upload.objects(person)).hasSize(1);
        assertThat(upload.looseObjects(person)).isZero();
        assertThat(told(id, 2).getPhotos()).extracting(UploadedPhoto::getPhotoId).containsExactly(photos.getLast());
        assertThat(person.delete(dropped).status()).isEqualTo(404);
        problem(person.delete("/v1/uploads/" + id + "/photos/" + photos.getLast()), 409, "still-checking");
        problem(person.post("/v1/uploads/" + id + "/photos", announcement(shot(4, 12_000))), 409, "still-checking");
    }

    @Test
    void changesNothingOnceATrainingWasAskedFor() {
        String id = refused(shot(1, 12_000), shot(2, 12_000));
        ImagesUploaded told = told(id, 1);
        String training = UUID.randomUUID().toString();
        var _ = upload.probe().publish(requested(told, training, AT));
        await().atMost(SOON).until(() -> trainings("NOT failed") == 1);
        String photo = person.get("/v1/uploads/" + id).each("photos", "photoId").getFirst();

        problem(person.delete("/v1/uploads/" + id + "/photos/" + photo), 409, "training-requested");
        problem(person.post("/v1/uploads/" + id + "/photos", announcement(shot(3, 12_000))), 409,
                "training-requested");
        assertThat(upload.objects(person)).hasSize(2);

        var _ = upload.probe().publish(failed(told, training));
        await().atMost(SOON).until(() -> trainings("NOT failed") == 0);
        assertThat(person.delete("/v1/uploads/" + id + "/photos/" + photo).status()).isEqualTo(200);
    }

    @Test
    void letsASetGoWhoseTrainingHasFailedInWhicheverOrderThatIsHeard() {
        String id = refused(shot(1, 12_000), shot(2, 12_000));
        ImagesUploaded told = told(id, 1);
        String photo = "/v1/uploads/" + id + "/photos/" + told.getPhotos().getFirst().getPhotoId();
        String training = UUID.randomUUID().toString();
        var _ = upload.probe().publish(verdict(told, 1, true, AT.plusSeconds(1)));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo("accepted"));
        problem(person.delete(photo), 409, "training-requested");

        var _ = upload.probe().publish(failed(told, training));
        await().atMost(SOON).until(() -> trainings("failed AND asked_at IS NULL") == 1);
        var _ = upload.probe().publish(requested(told, training, AT.plusSeconds(1)));
        var _ = upload.probe().publish(failed(told, training));
        await().atMost(SOON).until(() -> trainings("failed AND asked_at IS NOT NULL") == 1);
        problem(person.delete(photo), 409, "training-requested");

        var _ = upload.probe().publish(verdict(told, 1, true, AT.plusSeconds(2)));
        await().atMost(SOON).untilAsserted(() -> assertThat(person.delete(photo).status()).isEqualTo(200));
        assertThat(told(id, 2).getAutoStart()).as("another training is started by the person only").isFalse();
    }

    @Test
    void keepsOthersOut() {
        String id = refused(shot(1, 12_000), shot(2, 12_000));
        String photo = person.get("/v1/uploads/" + id).each("photos", "photoId").getFirst();
        Client stranger = upload.newPerson();
        assertThat(stranger.get("/v1/me").status()).isEqualTo(200);

        problem(stranger.delete("/v1/uploads/" + id + "/photos/" + photo), 404, "unknown-upload");
        problem(stranger.post("/v1/uploads/" + id + "/photos", announcement(shot(3, 12_000))), 404, "unknown-upload");
        assertThat(state(id)).isEqualTo("refused");
    }

    @Test
    void takesNoMorePhotosThanASetMayHave() {
        String id = refused(shot(1, 12_000), shot(2, 12_000));
        byte[][] many = Shots.shots(49);

        problem(person.post("/v1/uploads/" + id + "/photos", announcement(many)), 422, "too-many-photos");
        assertThat(state(id)).isEqualTo("refused");
    }

    private String refused(byte[]... shots) {
        Answer announced = person.post("/v1/uploads", announcement(shots));
        String id = announced.text("uploadId");
        for (int number = 0; number < shots.length; number++) {
            assertThat(person.put(announced.each("photos", "uploadUrl").get(number), shots[number]).status())
                    .isEqualTo(200);
        }
        assertThat(person.post("/v1/uploads/" + id + "/complete").status()).isEqualTo(202);
        var _ = upload.probe().publish(verdict(told(id, 1), 1, false, AT));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(id)).isEqualTo("refused"));
        return id;
    }

    private long trainings(String which) {
        return upload.count("SELECT count(*) FROM requested_training WHERE user_id = '" + person.userId() + "' AND "
                + which);
    }

    private static TrainingRequested requested(ImagesUploaded of, String training, Instant at) {
        return TrainingRequested.newBuilder()
                .setUserId(of.getUserId())
                .setEpoch(of.getEpoch())
                .setSpace(of.getSpace())
                .setTrainingId(training)
                .setUploadId(of.getUploadId())
                .setOccurredAt(at)
                .build();
    }

    private static TrainingFailed failed(ImagesUploaded of, String training) {
        return TrainingFailed.newBuilder()
                .setUserId(of.getUserId())
                .setEpoch(of.getEpoch())
                .setSpace(of.getSpace())
                .setTrainingId(training)
                .build();
    }

    private String state(String id) {
        return person.get("/v1/uploads/" + id).text("state");
    }

    private ImagesUploaded told(String id, int revision) {
        return await().atMost(SOON)
                .until(() -> upload.probe()
                        .events(ImagesUploaded.class, person.userId())
                        .stream()
                        .filter(event -> event.getUploadId().equals(id) && event.getRevision() == revision)
                        .toList(), found -> !found.isEmpty())
                .getFirst();
    }

    private static void problem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.text("type")).isEqualTo("urn:problem:upload:" + slug);
        assertThat(answer.text("detail")).isNotBlank();
    }

    private static ImagesValidated verdict(ImagesUploaded of, int revision, boolean accepted, Instant at) {
        return ImagesValidated.newBuilder()
                .setUserId(of.getUserId())
                .setEpoch(of.getEpoch())
                .setSpace(of.getSpace())
                .setUploadId(of.getUploadId())
                .setRevision(revision)
                .setAccepted(accepted)
                .setGoodPhotos(1)
                .setPhotos(of.getPhotos()
                        .stream()
                        .map(photo -> PhotoVerdict.newBuilder()
                                .setPhotoId(photo.getPhotoId())
                                .setVerdict(photo.equals(of.getPhotos().getFirst())
                                        ? Verdict.ACCEPTED
                                        : Verdict.REJECTED)
                                .build())
                        .toList())
                .setOccurredAt(at)
                .build();
    }
}
