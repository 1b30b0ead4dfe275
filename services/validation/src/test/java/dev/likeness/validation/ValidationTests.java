package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.TrainingPhoto;
import dev.likeness.events.TrainingRecipe;
import dev.likeness.events.TrainingRequested;
import dev.likeness.events.Verdict;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.messaging.DerivedId;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Events in, events out, on real parts. */
class ValidationTests {

    private final RunningValidation running = RunningValidation.instance();
    private final Person person = UploadedSet.anyPerson();
    private final String userId = person.userId().value();

    @Test
    void asksForATrainingOnFifteenGoodPhotosInTheirOrder() {
        UploadedSet set = new UploadedSet(running, person);
        set.add(TestPhotos.turnedJpeg(2600, 1300, 1));
        set.add(TestPhotos.text(20_000));
        set.addGood(14, 10);
        UUID eventId = running.probe().publish(set.event(true));

        ImagesValidated verdict = running.probe().await(ImagesValidated.class, userId);
        TrainingRequested training = running.probe().await(TrainingRequested.class, userId);

        assertThat(verdict.getAccepted()).isTrue();
        assertThat(verdict.getGoodPhotos()).isEqualTo(15);
        assertThat(verdict.getPhotos()).extracting(PhotoVerdict::getVerdict).containsOnlyOnce(Verdict.REJECTED);
        assertThat(verdict.getPhotos().get(1).getReasons().getFirst().getCode()).isEqualTo("NOT_AN_IMAGE");
        assertThat(training.getTrainingId()).isEqualTo(DerivedId.of(eventId, "training").toString());
        assertThat(training.getTriggerWord()).isEqualTo("user" + userId);
        assertThat(training.getRecipe()).isEqualTo(TrainingRecipe.newBuilder().build());
        assertThat(training.getPhotos()).extracting(TrainingPhoto::getCaption).containsOnly("");
        assertThat(training.getPhotos()).extracting(TrainingPhoto::getObjectKey)
                .containsExactlyElementsOf(verdict.getPhotos()
                        .stream()
                        .filter(photo -> photo.getVerdict() == Verdict.ACCEPTED)
                        .map(PhotoVerdict::getPreparedKey)
                        .toList());
        isUprightAndSmall(training.getPhotos().getFirst().getObjectKey());
    }

    private void isUprightAndSmall(String preparedKey) {
        byte[] copy = running.store()
                .bytes(ObjectKey.in(Bucket.PREPARED, preparedKey), 10_000_000)
                .blockOptional()
                .orElseThrow();
        ImageHeader header = ImageHeader.read(copy);
        assertThat(header.orientation()).isEqualTo(1);
        assertThat(header.width()).isEqualTo(1024);
        assertThat(header.height()).isEqualTo(2048);
    }

    @Test
    void refusesFourteenGoodPhotosAndCopiesNothingOfABadOne() {
        UploadedSet set = new UploadedSet(running, person);
        set.addGood(14, 100);
        set.add(TestPhotos.jpeg(640, 650, 100));
        var _ = running.probe().publish(set.event(true));

        ImagesValidated verdict = running.probe().await(ImagesValidated.class, userId);

        assertThat(verdict.getAccepted()).isFalse();
        assertThat(verdict.getReasons()).containsExactly("TOO_FEW_GOOD_PHOTOS");
        assertThat(verdict.getPhotos().getFirst().getVerdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict.getPhotos().getLast().getReasons().getFirst().getCode()).isEqualTo("EXACT_DUPLICATE");
        assertThat(verdict.getPhotos().getLast().getPreparedKey()).isNull();
        assertThat(running.prepared(person.space())).hasSize(14);
        assertThat(running.probe().events(TrainingRequested.class, userId)).isEmpty();
    }

    @Test
    void takesASecondDeliveryForNothingNew() {
        UploadedSet set = new UploadedSet(running, person);
        set.addGood(15, 200);
        UUID eventId = running.probe().publish(set.event(true));
        var _ = running.probe().await(TrainingRequested.class, userId);

        var _ = running.probe().publish(eventId, set.event(true));
        var _ = running.probe().publish(set.event(true));
        onceAllOfThatIsTaken();

        assertThat(running.probe().events(ImagesValidated.class, userId)).extracting(ImagesValidated::getUploadId)
                .containsOnlyOnce(set.uploadId());
        assertThat(running.probe().events(TrainingRequested.class, userId)).hasSize(1);
    }

    @Test
    void startsNoSecondTrainingInOneEpochAndSaysSo() {
        UploadedSet first = new UploadedSet(running, person);
        first.addGood(15, 300);
        var _ = running.probe().publish(first.event(true));
        var _ = running.probe().await(TrainingRequested.class, userId);
        UploadedSet second = new UploadedSet(running, person);
        second.addGood(15, 400);
        var _ = running.probe().publish(second.event(true));

        Awaitility.await().until(() -> running.probe().events(ImagesValidated.class, userId).size() == 3);

        assertThat(running.probe().events(ImagesValidated.class, userId).getLast().getReasons())
                .containsExactly("TRAINING_ALREADY_REQUESTED");
        assertThat(running.probe().events(ImagesValidated.class, userId)).allMatch(ImagesValidated::getAccepted);
        assertThat(running.probe().events(TrainingRequested.class, userId)).hasSize(1);
        running.client(userId)
                .get()
                .uri("/v1/uploads/{id}/report", second.uploadId())
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("accepted")
                .jsonPath("$.reasons[0].code")
                .isEqualTo("TRAINING_ALREADY_REQUESTED")
                .jsonPath("$.trainingId")
                .doesNotExist();
    }

    @Test
    void waitsForThePersonWhereTheyWantToStartThemselves() {
        UploadedSet set = new UploadedSet(running, person);
        set.addGood(15, 500);
        var _ = running.probe().publish(set.event(false));

        assertThat(running.probe().await(ImagesValidated.class, userId).getAccepted()).isTrue();
        assertThat(running.probe().events(TrainingRequested.class, userId)).isEmpty();
    }

    @Test
    void rejectsAPhotoThatTheStoreHasLost() {
        UploadedSet set = new UploadedSet(running, person);
        set.addMissing(TestPhotos.jpeg(1030, 1040, 1));
        var _ = running.probe().publish(set.event(true));

        ImagesValidated verdict = running.probe().await(ImagesValidated.class, userId);

        assertThat(verdict.getPhotos().getFirst().getVerdict()).isEqualTo(Verdict.REJECTED);
        assertThat(verdict.getPhotos().getFirst().getReasons().getFirst().getCode()).isEqualTo("PHOTO_LOST");
    }

    /** Records of one person are taken in order, so whatever came before is done with. */
    private void onceAllOfThatIsTaken() {
        UploadedSet empty = new UploadedSet(running, person);
        var _ = running.probe().publish(empty.event(false));
        Awaitility.await()
                .until(() -> running.probe()
                        .events(ImagesValidated.class, userId)
                        .stream()
                        .anyMatch(event -> event.getUploadId().equals(empty.uploadId())));
    }
}
