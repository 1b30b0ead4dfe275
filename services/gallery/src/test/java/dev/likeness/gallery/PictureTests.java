package dev.likeness.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.imaging.ImageFormat;
import dev.likeness.imaging.ImageHeader;
import dev.likeness.imaging.Images;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Pictures, thumbnails and placeholders. */
class PictureTests {

    private static final RunningGallery RUNNING = RunningGallery.instance();
    private static final Person PERSON = MadePortraits.anyPerson();
    private static final WebTestClient CLIENT = RUNNING.client(PERSON.userId().value());
    private static final MadePortraits MADE = new MadePortraits(RUNNING, PERSON).add(3);

    @BeforeAll
    static void generates() {
        var _ = RUNNING.probe().publish(MADE.event(Duration.ofHours(24)));
        Awaitility.await().until(() -> RUNNING.thumbnails(PERSON.space()).size() == 6);
        CLIENT.post().uri("/v1/gallery/{id}/save", MADE.id(1)).exchange().expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void sendsThePictureOfAPreviewAndOfASavedPortraitMarkedAsAiMade(int place) {
        String id = MADE.id(place);
        byte[] marked = MarkedFile.mark(MADE.picture(id));
        var answer = CLIENT.get()
                .uri("/v1/gallery/{id}/image", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectHeader()
                .contentLength(marked.length)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, private")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Disposition", "inline; filename=\"likeness-" + id + ".jpg\"")
                .expectBody()
                .returnResult();
        assertThat(answer.getResponseBody()).isEqualTo(marked);
        assertThat(new String(marked, ISO_8859_1)).contains("digitalsourcetype/trainedAlgorithmicMedia")
                .doesNotContain(PERSON.userId().value(), PERSON.space().value());

        CLIENT.get()
                .uri("/v1/gallery/{id}/image", id)
                .header("If-None-Match", Objects.requireNonNull(answer.getResponseHeaders().getETag()))
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 9", "3, 699", "500, 100000", "5000, 5000"})
    void goesOnWithAPictureFromAnyByte(int from, int last) {
        byte[] marked = MarkedFile.mark(MADE.picture(MADE.id(0)));
        byte[] part = CLIENT.get()
                .uri("/v1/gallery/{id}/image", MADE.id(0))
                .header("Range", "bytes=" + from + "-" + last)
                .exchange()
                .expectStatus()
                .isEqualTo(206)
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(part).isEqualTo(Arrays.copyOfRange(marked, from, Math.min(marked.length, last + 1)));
    }

    @ParameterizedTest
    @CsvSource({"'', 320", "?size=small, 320", "?size=large, 960"})
    void keepsThumbnailsInTwoSizes(String size, int longSide) {
        var answer = CLIENT.get()
                .uri("/v1/gallery/" + MADE.id(0) + "/thumbnail" + size)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.IMAGE_JPEG)
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache, private")
                .expectBody()
                .returnResult();

        byte[] thumbnail = Objects.requireNonNull(answer.getResponseBody());
        ImageHeader header = ImageHeader.read(thumbnail);
        assertThat(header.format()).isEqualTo(ImageFormat.JPEG);
        assertThat(header.longSide()).isEqualTo(longSide);
        assertThat(new String(thumbnail, ISO_8859_1)).contains("trainedAlgorithmicMedia");
        CLIENT.get()
                .uri("/v1/gallery/" + MADE.id(0) + "/thumbnail" + size)
                .header("If-None-Match", Objects.requireNonNull(answer.getResponseHeaders().getETag()))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void refusesAnotherSize() {
        CLIENT.get().uri("/v1/gallery/{id}/thumbnail?size=huge", MADE.id(0)).exchange().expectStatus().isBadRequest();
    }

    @Test
    void makesALostThumbnailAgain() {
        for (ObjectKey key : RUNNING.thumbnails(PERSON.space())) {
            RUNNING.store().delete(key).block();
        }
        CLIENT.get().uri("/v1/gallery/{id}/thumbnail", MADE.id(2)).exchange().expectStatus().isOk();

        assertThat(RUNNING.thumbnails(PERSON.space())).hasSize(2);
    }

    @Test
    void showsAPlaceholderOfLessThanAKilobyte() {
        String uri = Awaitility.await().until(PictureTests::placeholder, text -> !text.isEmpty());

        assertThat(uri).startsWith("data:image/png;base64,").hasSizeLessThan(1024);
        BufferedImage tiny = Images.decodeUpright(Base64.getDecoder().decode(uri.substring(22)), 1000);
        assertThat(tiny.getWidth()).isEqualTo(9);
        assertThat(tiny.getHeight()).isEqualTo(12);
    }

    private static String placeholder() {
        byte[] body = CLIENT.get()
                .uri("/v1/gallery/{id}", MADE.id(0))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        String json = new String(Objects.requireNonNull(body), UTF_8);
        return JsonPath.<Map<String, String>>read(json, "$").getOrDefault("placeholder", "");
    }
}
