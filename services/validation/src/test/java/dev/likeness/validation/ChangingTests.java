package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesValidated;
import dev.likeness.events.TrainingRequested;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import dev.likeness.validation.judging.Shots;
import java.nio.ByteBuffer;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A set changes after its verdict, and what is kept of it with it. */
class ChangingTests {

    private final RunningValidation running = RunningValidation.instance();
    private final Person person = UploadedSet.anyPerson();
    private final String userId = person.userId().value();
    private final UploadedSet set = new UploadedSet(running, person);

    @Test
    void looksAtWhatWasAddedOnlyAndForgetsWhatWasDropped() {
        byte[] kept = TestPhotos.jpeg(640, 650, 2000);
        set.add(kept);
        set.addWith(2001, Shots.high(1, 90));
        set.addGood(13, 2010);
        assertThat(decided(set, 1, true).getAccepted()).isFalse();
        assertThat(vectors()).isEqualTo(15);
        List<ObjectKey> before = running.prepared(person.space());
        assertThat(before).hasSize(15);

        set.drop(1);
        set.addGood(1, 2030);
        ImagesValidated second = decided(set, 2, true);

        assertThat(second.getAccepted()).isTrue();
        assertThat(second.getGoodPhotos()).isEqualTo(15);
        assertThat(running.probe().await(TrainingRequested.class, userId).getPhotos()).hasSize(15);
        assertThat(running.examiner().looksAt(kept)).isEqualTo(1);
        Awaitility.await().untilAsserted(() -> assertThat(running.prepared(person.space())).hasSize(15));
        assertThat(vectors()).isEqualTo(15);

        // An older revision that comes late, and a newer one that comes too late, leave what is trained on.
        set.drop(0);
        var _ = running.probe().publish(set.event(1, true));
        assertThat(decided(set, 3, true).getPhotos()).hasSize(15);
        assertThat(running.prepared(person.space())).hasSize(15);
    }

    @Test
    void looksOnceAtBytesThatComeInAnotherSetToo() {
        byte[] again = TestPhotos.jpeg(640, 650, 2100);
        byte[] unreadable = TestPhotos.truncated(TestPhotos.jpeg(1000, 1000, 2101));
        set.add(again);
        set.add(unreadable);
        var _ = decided(set, 1, false);
        UploadedSet other = new UploadedSet(running, person);
        other.add(again);
        other.add(unreadable);

        ImagesValidated second = decided(other, 1, false);

        assertThat(running.examiner().looksAt(again)).isEqualTo(1);
        assertThat(second.getGoodPhotos()).isEqualTo(1);
        assertThat(second.getPhotos().getLast().getReasons().getFirst().getCode()).isEqualTo("TRUNCATED");
        assertThat(running.prepared(person.space())).hasSize(2);
        assertThat(vectors()).isEqualTo(2);
    }

    @Test
    void keepsFacesSealedAndNobodyElses() {
        set.addWith(2200, Shots.face(3), Shots.high(4, 50));
        set.addWith(2201, Shots.high(5, 400), Shots.high(6, 380));
        var _ = decided(set, 1, false);

        assertThat(vectors()).as("of the one face that counts").isEqualTo(1);
        byte[] sealed = running.database()
                .sql("SELECT sealed FROM face_vector WHERE user_id = :userId")
                .bind("userId", userId)
                .mapValue(byte[].class)
                .one()
                .blockOptional()
                .orElseThrow();
        byte[] share = ByteBuffer.allocate(4).putFloat((float) Math.sqrt(0.8)).array();
        assertThat(sealed).hasSize(12 + 256 * 4 + 16);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(share, java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(running.database()
                .sql("SELECT string_agg(reading::text, ' ') FROM report_photo WHERE user_id = :userId")
                .bind("userId", userId)
                .mapValue(String.class)
                .one()
                .blockOptional()
                .orElseThrow()).doesNotContain("fr_feature", "0.894");
    }

    private ImagesValidated decided(UploadedSet which, int revision, boolean autoStart) {
        var _ = running.probe().publish(which.event(revision, autoStart));
        return Awaitility.await()
                .until(() -> running.probe()
                        .events(ImagesValidated.class, userId)
                        .stream()
                        .filter(event -> event.getUploadId().equals(which.uploadId())
                                && event.getRevision() == revision)
                        .toList(), found -> !found.isEmpty())
                .getLast();
    }

    private long vectors() {
        return running.database()
                .sql("SELECT count(*) FROM face_vector WHERE user_id = :userId")
                .bind("userId", userId)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
