package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.messaging.Epochs;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Person;
import dev.likeness.person.UserId;
import dev.likeness.upload.Client.Answer;
import dev.likeness.upload.keeping.LooseObjects;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;

class TidyingTests {

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @Test
    void removesAnOpenSetThatNobodyTouchedForADay() {
        String forgotten = announceAndSend(shot(1, 12_000));
        String young = announceAndSend(shot(2, 12_000));
        age(forgotten, "25 hours");
        age(young, "23 hours");

        look(forgotten);
        look(young);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(person.get("/v1/uploads/" + forgotten).status()).isEqualTo(404);
            assertThat(upload.objects(person)).hasSize(1);
            assertThat(upload.looseObjects(person)).isZero();
        });
        assertThat(person.get("/v1/uploads/" + young).text("state")).isEqualTo("open");
    }

    @Test
    void keepsAnObjectThatAnotherSetRefersTo() {
        byte[] shot = shot(1, 12_000);
        String first = announceAndSend(shot);
        Answer second = person.post("/v1/uploads", announcement(shot));
        assertThat(second.each("photos", "state")).containsExactly("held");
        age(first, "25 hours");

        look(first);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(person.get("/v1/uploads/" + first).status()).isEqualTo(404));
        assertThat(upload.objects(person)).hasSize(1);
        assertThat(person.post("/v1/uploads/" + second.text("uploadId") + "/complete").status()).isEqualTo(202);
    }

    @Test
    void removesWhatACrashLeft() {
        String id = announceAndSend(shot(1, 12_000));
        Person known = Objects.requireNonNull(upload.bean(Epochs.class).current(new UserId(person.userId())).block());
        ObjectKey left = Objects.requireNonNull(
                upload.bean(LooseObjects.class).begin(known, UUID.fromString(id)).block());
        upload.bean(ObjectStore.class)
                .put(left,
                        Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(new byte[500])), 500, "image/jpeg")
                .block();
        assertThat(upload.objects(person)).hasSize(2);
        upload.sql("UPDATE loose_object SET due_at = now() - interval '1 second' WHERE batch = '" + id + "'");

        look(id);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(upload.objects(person)).hasSize(1).doesNotContain(left.name());
            assertThat(upload.looseObjects(person)).isZero();
        });
        assertThat(person.get("/v1/uploads/" + id).each("photos", "state")).containsExactly("arrived");
    }

    @Test
    void forgetsNamesSomeTimeAfterTheVerdict() {
        String id = announceAndSend(shot(1, 12_000));
        assertThat(person.post("/v1/uploads/" + id + "/complete").status()).isEqualTo(202);
        upload.sql("UPDATE photo_set SET state = 'accepted', good_photos = 1, judged_at = now() - interval '6 days'"
                + " WHERE upload_id = '" + id + "'");
        look(id);
        await().atMost(Duration.ofSeconds(20)).until(() -> !due(id));
        assertThat(person.get("/v1/uploads/" + id).each("photos", "name")).containsExactly("photo-0.jpg");

        upload.sql("UPDATE photo_set SET judged_at = now() - interval '8 days' WHERE upload_id = '" + id + "'");
        look(id);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                        person.get("/v1/uploads/" + id).each("photos", "name")).containsExactly(""));
        await().until(() -> upload.count("SELECT count(*) FROM work WHERE kind = 'tidy-set' AND key = '" + id
                + "' AND done_at IS NOT NULL") == 1);
    }

    private void look(String id) {
        upload.sql("UPDATE work SET due_at = now() WHERE kind = 'tidy-set' AND key = '" + id + "'");
    }

    private boolean due(String id) {
        return upload.count("SELECT count(*) FROM work WHERE kind = 'tidy-set' AND key = '" + id
                + "' AND (due_at <= now() OR leased_until > now())") == 1;
    }

    private void age(String id, String by) {
        upload.sql("UPDATE photo_set SET touched_at = touched_at - interval '" + by + "' WHERE upload_id = '" + id
                + "'");
    }

    private String announceAndSend(byte[] shot) {
        Answer announced = person.post("/v1/uploads", announcement(shot));
        assertThat(person.put(announced.each("photos", "uploadUrl").getFirst(), shot).status()).isEqualTo(200);
        return announced.text("uploadId");
    }
}
