package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.TrainingFailed;
import dev.likeness.events.TrainingFailureReason;
import dev.likeness.events.TrainingRequested;
import dev.likeness.person.Person;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/**
 * A training that fails or is canceled leaves its person free to start another one, and only one.
 */
class FailedTrainingTests {

    private final RunningValidation running = RunningValidation.instance();
    private final Person person = UploadedSet.anyPerson();
    private final String userId = person.userId().value();
    private final UploadedSet set = new UploadedSet(running, person);

    @Test
    void trainsAgainOnTheSamePhotosOnceThePersonConfirms() {
        TrainingRequested first = trained();
        train(set, HttpStatus.CONFLICT);
        UUID failed = fail(first, TrainingFailureReason.CANCELED);
        verdicts(2);
        assertThat(running.probe().events(TrainingRequested.class, userId)).as("none by itself").hasSize(1);

        train(set, HttpStatus.ACCEPTED);
        TrainingRequested second = requested(2).getLast();

        assertThat(second.getTrainingId()).isNotEqualTo(first.getTrainingId());
        assertThat(second.getPhotos()).isEqualTo(first.getPhotos());

        // What is said late of the first says nothing of the second.
        var _ = running.probe().publish(failed, failure(first, TrainingFailureReason.CANCELED));
        onceTaken(fail(first, TrainingFailureReason.UNSETTLED));
        train(set, HttpStatus.CONFLICT);
        assertThat(requested(2)).hasSize(2);
    }

    @Test
    void startsOnAnotherUploadAfterAFailure() {
        TrainingRequested first = trained();
        UploadedSet waiting = accepted(3100, true);
        verdicts(3);
        train(waiting, HttpStatus.CONFLICT);
        var _ = fail(first, TrainingFailureReason.BAD_PHOTOS);
        verdicts(4);

        UploadedSet another = accepted(3200, true);

        assertThat(requested(2).getLast().getUploadId()).isEqualTo(another.uploadId());
        train(waiting, HttpStatus.CONFLICT);
        var _ = fail(requested(2).getLast(), TrainingFailureReason.UNSETTLED);
        verdicts(6);
        train(waiting, HttpStatus.ACCEPTED);
        assertThat(requested(3).getLast().getUploadId()).isEqualTo(waiting.uploadId());
        assertThat(requested(3)).extracting(TrainingRequested::getTrainingId).doesNotHaveDuplicates();
    }

    private TrainingRequested trained() {
        set.addGood(15, 3000);
        var _ = running.probe().publish(set.event(true));
        return requested(1).getFirst();
    }

    private UploadedSet accepted(long firstSeed, boolean autoStart) {
        UploadedSet other = new UploadedSet(running, person);
        other.addGood(15, firstSeed);
        var _ = running.probe().publish(other.event(autoStart));
        return other;
    }

    private UUID fail(TrainingRequested training, TrainingFailureReason reason) {
        return running.probe().publish(failure(training, reason));
    }

    private static TrainingFailed failure(TrainingRequested training, TrainingFailureReason reason) {
        return TrainingFailed.newBuilder()
                .setUserId(training.getUserId())
                .setEpoch(training.getEpoch())
                .setSpace(training.getSpace())
                .setTrainingId(training.getTrainingId())
                .setReason(reason)
                .build();
    }

    private List<TrainingRequested> requested(int count) {
        return Awaitility.await()
                .until(() -> running.probe().events(TrainingRequested.class, userId), events -> events.size() >= count);
    }

    private void verdicts(int count) {
        Awaitility.await().until(() -> running.probe().events(ImagesValidated.class, userId).size() >= count);
    }

    /** Records of one person and topic are taken in order, so whatever came before is done with. */
    private void onceTaken(UUID eventId) {
        Awaitility.await()
                .until(() -> running.database()
                        .sql("SELECT count(*) FROM inbox WHERE event_id = :eventId")
                        .bind("eventId", eventId)
                        .mapValue(Long.class)
                        .one()
                        .blockOptional()
                        .orElseThrow() == 1);
    }

    private void train(UploadedSet which, HttpStatus answer) {
        running.client(userId)
                .post()
                .uri("/v1/uploads/{id}/train", which.uploadId())
                .exchange()
                .expectStatus()
                .isEqualTo(answer);
    }
}
