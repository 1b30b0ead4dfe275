package dev.likeness.upload;

import static dev.likeness.upload.Shots.shot;
import static dev.likeness.upload.Shots.shots;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.events.ImagesUploaded;
import dev.likeness.events.UploadedPhoto;
import dev.likeness.upload.Client.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MultipartTests {

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @AfterEach
    void leavesNoFile() throws IOException {
        try (Stream<?> files = Files.list(upload.spool())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void takesASetInOneRequest() {
        byte[][] shots = shots(15);
        shots[3] = shot(3, 1_900_000);

        Answer answer = person.multipart(Multipart.of(shots));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("state")).isEqualTo("checking");
        assertThat(answer.each("photos", "state")).containsOnly("arrived").hasSize(15);
        assertThat(answer.each("photos", "name")).startsWith("photo-0.jpg", "photo-1.jpg");
        ImagesUploaded event = upload.probe().await(ImagesUploaded.class, person.userId());
        assertThat(event.getPhotos()).extracting(UploadedPhoto::getSha256)
                .containsExactlyElementsOf(Stream.of(shots).map(Shots::sha256).toList());
        assertThat(event.getPhotos()).extracting(UploadedPhoto::getSize)
                .containsExactlyElementsOf(Stream.of(shots).map(shot -> (long) shot.length).toList());
        assertThat(upload.objects(person)).hasSize(15);
        assertThat(upload.looseObjects(person)).isZero();
    }

    @Test
    void keepsBytesOnceThatComeAgain() {
        assertThat(person.multipart(Multipart.of(shots(2))).status()).isEqualTo(202);

        Answer again = person.multipart(Multipart.of(shots(2)));

        assertThat(again.each("photos", "state")).containsExactly("held", "held");
        assertThat(upload.objects(person)).hasSize(2);
        assertThat(upload.looseObjects(person)).isZero();
    }

    @Test
    void answersARepeatedRequestLikeTheFirst() {
        Answer first = person.multipart(Multipart.of(shots(2)), "Idempotency-Key", "multi");
        Answer again = person.multipart(Multipart.of(shots(2)), "Idempotency-Key", "multi");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(person.multipart(Multipart.of(shots(3)), "Idempotency-Key", "multi").status()).isEqualTo(422);
        assertThat(upload.objects(person)).hasSize(2);
        assertThat(upload.looseObjects(person)).isZero();
    }

    @Test
    void refusesAPartThatIsNoPhoto() {
        Multipart otherName = Multipart.of(shots(2));
        otherName.file("attachments", "a.jpg", shot(5, 20_000));
        Multipart field = Multipart.of(shots(2));
        field.field("photos", "hello");

        assertRefused(person.multipart(otherName), 400, "not-a-photo");
        assertRefused(person.multipart(field), 400, "not-a-photo");
        assertThat(person.multipart(field).json().path("part").asInt()).isEqualTo(3);
    }

    @Test
    void refusesAPhotoThatIsTooLargeOrEmpty() {
        assertRefused(person.multipart(Multipart.of(shot(1, 20_000), shot(2, RunningUpload.LARGEST_PHOTO + 1))), 413,
                "photo-too-large");
        assertRefused(person.multipart(Multipart.of(shot(1, 20_000), new byte[0])), 422, "empty-photo");
    }

    @Test
    void refusesMoreThanFiftyPhotos() {
        assertRefused(person.multipart(Multipart.of(shots(51))), 422, "too-many-photos");
    }

    @Test
    void refusesARequestWithoutPhotos() {
        assertRefused(person.multipart(new Multipart()), 400, "no-photos");
    }

    @Test
    void refusesABodyThatIsNotMultipart() {
        Answer answer = person.send(person.request("/v1/uploads")
                .header("Content-Type", "multipart/form-data; boundary=abc")
                .POST(BodyPublishers.ofString("this is no multipart body at all")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
    }

    private void assertRefused(Answer answer, int status, String slug) {
        assertThat(answer.raw().body()).contains("urn:problem:upload:" + slug);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(upload.objects(person)).isEmpty();
        assertThat(upload.looseObjects(person)).isZero();
        assertThat(person.get("/v1/uploads").json().path("items")).isEmpty();
    }
}
