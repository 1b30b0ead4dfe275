package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.shot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.ImagesValidated;
import dev.likeness.events.PhotoVerdict;
import dev.likeness.events.PurgeReported;
import dev.likeness.events.ResetReason;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.events.UserReset;
import dev.likeness.events.Verdict;
import dev.likeness.person.Space;
import dev.likeness.upload.Client.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JudgingTests {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @Test
    void followsTheVerdictOnEachPhotoAndOnTheSet() {
        ImagesUploaded uploaded = uploaded(1);
        UUID eventId = upload.probe().publish(verdict(uploaded, false, AT));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(shown(uploaded).text("state")).isEqualTo("refused"));
        assertThat(shown(uploaded).each("photos", "state")).containsExactly("accepted", "rejected");
        assertThat(shown(uploaded).texts("reasons")).containsExactly("TOO_FEW_PHOTOS");
        assertThat(shown(uploaded).json().path("goodPhotos").asInt()).isEqualTo(1);

        var _ = upload.probe().publish(verdict(uploaded, true, AT.plusSeconds(5)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(shown(uploaded).text("state")).isEqualTo("accepted"));
        // The first one delivered again changes nothing: it comes before the verdict on another set, which is seen.
        ImagesUploaded next = uploaded(3);
        var _ = upload.probe().publish(eventId, verdict(uploaded, false, AT));
        var _ = upload.probe().publish(verdict(next, true, AT.plusSeconds(9)));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shown(next).text("state")).isEqualTo("accepted"));
        assertThat(shown(uploaded).text("state")).isEqualTo("accepted");
    }

    @Test
    void startsAfreshWithTheNextEpoch() {
        ImagesUploaded old = uploaded(1);
        var space = new Space("0".repeat(31) + "9");
        var _ = upload.probe()
                .publish(UserReset.newBuilder()
                        .setUserId(person.userId())
                        .setEpoch(2)
                        .setSpace(space.value())
                        .setReason(ResetReason.OPERATOR)
                        .setOccurredAt(AT)
                        .build());

        PurgeReported report = upload.probe().await(PurgeReported.class, person.userId());
        assertThat(report.getService()).isEqualTo("upload");
        assertThat(report.getCounts()).containsEntry("selfies", 2L)
                .containsEntry("uploads", 1L)
                .containsEntry("uploadedPhotos", 2L);
        assertThat(upload.space(person)).isEqualTo(space);
        assertThat(upload.count("SELECT count(*) FROM photo WHERE user_id = '" + person.userId() + "'")).isZero();
        assertThat(shown(old).status()).isEqualTo(404);
        Answer me = person.get("/v1/me");
        assertThat(me.json().path("epoch").asLong()).isEqualTo(2);
        assertThat(me.each("asks", "code")).containsExactly("upload-photos", "upload-again");

        // A verdict of before changes nothing, and photos of before are not held.
        var _ = upload.probe().publish(verdict(old, true, AT));
        ImagesUploaded fresh = uploaded(1);
        assertThat(fresh.getEpoch()).isEqualTo(2);
        assertThat(fresh.getPhotos()).extracting(UploadedPhoto::getObjectKey)
                .allMatch(key -> key.startsWith(space.value() + "/"));
        assertThat(shown(fresh).text("state")).isEqualTo("checking");
        assertThat(person.get("/v1/uploads").json().path("items")).hasSize(1);
    }

    private ImagesUploaded uploaded(int seed) {
        byte[][] shots = {shot(seed, 12_000), shot(seed + 1, 12_000)};
        Answer announced = person.post("/v1/uploads", announcement(shots));
        assertThat(announced.each("photos", "state")).containsOnly("awaited");
        for (int number = 0; number < shots.length; number++) {
            assertThat(person.put(announced.each("photos", "uploadUrl").get(number), shots[number]).status())
                    .isEqualTo(200);
        }
        String id = announced.text("uploadId");
        assertThat(person.post("/v1/uploads/" + id + "/complete").status()).isEqualTo(202);
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> upload.probe()
                                .events(ImagesUploaded.class, person.userId())
                                .stream()
                                .filter(event -> event.getUploadId().equals(id))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private Answer shown(ImagesUploaded event) {
        return person.get("/v1/uploads/" + event.getUploadId());
    }

    private static ImagesValidated verdict(ImagesUploaded of, boolean accepted, Instant at) {
        return ImagesValidated.newBuilder()
                .setUserId(of.getUserId())
                .setEpoch(of.getEpoch())
                .setSpace(of.getSpace())
                .setUploadId(of.getUploadId())
                .setAccepted(accepted)
                .setGoodPhotos(accepted ? 2 : 1)
                .setReasons(accepted ? List.of() : List.of("TOO_FEW_PHOTOS"))
                .setPhotos(List.of(verdict(of.getPhotos().get(0), Verdict.ACCEPTED),
                        verdict(of.getPhotos().get(1), accepted ? Verdict.ACCEPTED : Verdict.REJECTED)))
                .setOccurredAt(at)
                .build();
    }

    private static PhotoVerdict verdict(UploadedPhoto photo, Verdict verdict) {
        return PhotoVerdict.newBuilder().setPhotoId(photo.getPhotoId()).setVerdict(verdict).build();
    }
}
