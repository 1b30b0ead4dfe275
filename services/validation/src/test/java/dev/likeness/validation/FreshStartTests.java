package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PurgeReported;
import dev.likeness.events.UserReset;
import dev.likeness.person.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class FreshStartTests {

    private final RunningValidation running = RunningValidation.instance();
    private final Person person = UploadedSet.anyPerson();
    private final Person renewed = UploadedSet.later(person);
    private final String userId = person.userId().value();

    @Test
    void leavesNothingOfTheOldEpochAndTakesNothingLateOfIt() {
        UploadedSet set = new UploadedSet(running, person);
        set.addGood(2, 600);
        var _ = running.probe().publish(set.event(true));
        var _ = running.probe().await(ImagesValidated.class, userId);
        assertThat(running.prepared(person.space())).hasSize(2);

        var _ = running.probe()
                .publish(UserReset.newBuilder()
                        .setUserId(userId)
                        .setEpoch(renewed.epoch().value())
                        .setSpace(renewed.space().value())
                        .build());
        PurgeReported purge = running.probe().await(PurgeReported.class, userId);

        assertThat(purge.getService()).isEqualTo("validation");
        assertThat(purge.getCounts()).containsEntry("reports", 1L)
                .containsEntry("photoVerdicts", 2L)
                .containsEntry("faceVectors", 2L)
                .containsEntry("preparedPhotos", 2L);
        assertThat(running.prepared(person.space())).isEmpty();
        assertThat(rows()).isZero();
        running.client(userId)
                .get()
                .uri("/v1/uploads/{id}/report", set.uploadId())
                .exchange()
                .expectStatus()
                .isNotFound();
        dropsWhatComesLate();
    }

    private void dropsWhatComesLate() {
        UploadedSet late = new UploadedSet(running, person);
        late.addGood(1, 700);
        var _ = running.probe().publish(late.event(true));
        UploadedSet current = new UploadedSet(running, renewed);
        current.addGood(1, 800);
        var _ = running.probe().publish(current.event(true));

        Awaitility.await().until(() -> running.probe().events(ImagesValidated.class, userId).size() == 2);

        assertThat(running.probe().events(ImagesValidated.class, userId)).extracting(ImagesValidated::getUploadId)
                .contains(current.uploadId())
                .doesNotContain(late.uploadId());
        assertThat(running.prepared(person.space())).isEmpty();
        assertThat(running.prepared(renewed.space())).hasSize(1);
    }

    private long rows() {
        return running.database()
                .sql("SELECT (SELECT count(*) FROM report WHERE user_id = :userId)"
                        + " + (SELECT count(*) FROM report_photo WHERE user_id = :userId)"
                        + " + (SELECT count(*) FROM face_vector WHERE user_id = :userId)")
                .bind("userId", userId)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
