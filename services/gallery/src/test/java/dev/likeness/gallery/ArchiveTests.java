package dev.likeness.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.gallery.marking.MarkedFile;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.person.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A ZIP of one's portraits, whole and in pieces. */
class ArchiveTests {

    private final RunningGallery running = RunningGallery.instance();
    private final Person person = MadePortraits.anyPerson();
    private final WebTestClient client = running.client(person.userId().value());
    private final MadePortraits made = new MadePortraits(running, person).add(4);

    @BeforeEach
    void saves() {
        var _ = running.probe().publish(made.event(Duration.ofHours(24)));
        Awaitility.await().until(() -> running.listed(client).size() == 4);
        for (int place : new int[]{0, 1, 2}) {
            client.post().uri("/v1/gallery/{id}/save", made.id(place)).exchange().expectStatus().isOk();
        }
    }

    @Test
    void packsSavedPortraitsAndIsAlwaysTheSame() throws IOException {
        var first = archive("?state=saved");
        var second = archive("");

        assertThat(entries(body(first))).isEqualTo(expected(0, 1, 2));
        assertThat(body(second)).isEqualTo(body(first));
        assertThat(first.getResponseHeaders().getETag()).isEqualTo(second.getResponseHeaders().getETag());
        assertThat(first.getResponseHeaders().getContentLength()).isEqualTo(body(first).length);
        assertThat(first.getResponseHeaders().getFirst("Accept-Ranges")).isEqualTo("bytes");
        assertThat(first.getResponseHeaders().getContentDisposition().getFilename())
                .isEqualTo("likeness-portraits.zip");
        assertThat(new String(body(first), UTF_8)).doesNotContain(person.userId().value());
    }

    @Test
    void packsASelection() throws IOException {
        client.put().uri("/v1/gallery/{id}/favourite", made.id(1)).exchange().expectStatus().isOk();

        assertThat(entries(body(archive("?favourite=true")))).isEqualTo(expected(1));
        assertThat(entries(body(archive("?ids=" + made.id(3) + "," + made.id(0) + "," + made.id(3)))))
                .isEqualTo(expected(0, 3));
        problem(404, "?ids=" + made.id(0) + ",unknown", "unknown-portrait");
        problem(404, "?favourite=true&band=DOUBTFUL", "nothing-selected");
        problem(404, "?state=trash", "in-trash");
        problem(422, "?ids="
                + String.join(",", IntStream.range(0, 900).mapToObj(_ -> UUID.randomUUID().toString()).toList()),
                "too-many");
    }

    @Test
    void packsNothingOfOthers() {
        WebTestClient stranger = running.client(MadePortraits.anyPerson().userId().value());

        for (String query : List.of("?ids=" + made.id(0), "?state=saved")) {
            stranger.get().uri("/v1/gallery/archive" + query).exchange().expectStatus().isNotFound();
        }
        running.anonymous().get().uri("/v1/gallery/archive").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void goesOnAtAnyByteWithTheSameBytes() {
        var whole = archive("");
        byte[] bytes = body(whole);
        String etag = Objects.requireNonNull(whole.getResponseHeaders().getETag());
        Random random = new Random(11);
        for (int i = 0; i < 12; i++) {
            int cut = i == 0 ? bytes.length - 1 : random.nextInt(bytes.length);
            byte[] rest = client.get()
                    .uri("/v1/gallery/archive")
                    .header(HttpHeaders.RANGE, "bytes=" + cut + "-")
                    .header(HttpHeaders.IF_RANGE, etag)
                    .exchange()
                    .expectStatus()
                    .isEqualTo(206)
                    .expectHeader()
                    .valueEquals("Content-Range", "bytes " + cut + "-" + (bytes.length - 1) + "/" + bytes.length)
                    .expectHeader()
                    .contentLength(bytes.length - cut)
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(rest).isEqualTo(Arrays.copyOfRange(bytes, cut, bytes.length));
        }
        client.get()
                .uri("/v1/gallery/archive")
                .header(HttpHeaders.RANGE, "bytes=" + bytes.length + "-")
                .exchange()
                .expectStatus()
                .isEqualTo(416)
                .expectHeader()
                .valueEquals("Content-Range", "bytes */" + bytes.length);
        client.head()
                .uri("/v1/gallery/archive")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentLength(
                        bytes.length)
                .expectBody()
                .isEmpty();
        startsAnewWhenTheSelectionHasChanged(etag);
    }

    private void startsAnewWhenTheSelectionHasChanged(String etag) {
        client.post().uri("/v1/gallery/{id}/save", made.id(3)).exchange().expectStatus().isOk();

        client.get()
                .uri("/v1/gallery/archive")
                .header(HttpHeaders.RANGE, "bytes=100-")
                .header(HttpHeaders.IF_RANGE, etag)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("ETag", changed -> assertThat(changed).isNotEqualTo(etag));
    }

    @Test
    void breaksOffWhereAPictureIsMissingAndSaysItWhenItIsResumed() {
        long length = archive("").getResponseHeaders().getContentLength();
        running.store().delete(ObjectKey.in(Bucket.GALLERY, galleryKey(made.id(2)))).block();

        assertThatThrownBy(() -> archive("")).hasStackTraceContaining("prematurely");
        client.get()
                .uri("/v1/gallery/archive")
                .header(HttpHeaders.RANGE, "bytes=" + (length - 2000) + "-")
                .exchange()
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.portraitId")
                .isEqualTo(made.id(2));
    }

    @Test
    void sendsSoManyAtOnceAndNoMore() throws IOException {
        try (Socket one = slow(); Socket other = slow()) {
            Awaitility.await().untilAsserted(() -> problem(503, "", "archives-busy"));
            assertThat(List.of(one.isClosed(), other.isClosed())).containsOnly(false);
        }
        Awaitility.await().until(() -> status() == 200);
    }

    /** A client that reads nothing: far less than the archive fits between it and the service. */
    private Socket slow() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(running.address());
        socket.getOutputStream()
                .write(("GET /v1/gallery/archive HTTP/1.1\r\nHost: gallery\r\nAuthorization: Bearer "
                        + running.token(person.userId().value()) + "\r\n\r\n").getBytes(UTF_8));
        return socket;
    }

    private int status() {
        return client.get().uri("/v1/gallery/archive").exchange().returnResult(Void.class).getStatus().value();
    }

    private String galleryKey(String id) {
        return running.database()
                .sql("SELECT gallery_key FROM portrait WHERE portrait_id = :id")
                .bind("id", id)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private EntityExchangeResult<byte[]> archive(String query) {
        return client.get()
                .uri("/v1/gallery/archive" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult();
    }

    private void problem(int status, String query, String slug) {
        client.get()
                .uri("/v1/gallery/archive" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:gallery:" + slug);
    }

    private static byte[] body(EntityExchangeResult<byte[]> result) {
        return Objects.requireNonNull(result.getResponseBody());
    }

    /** Names and contents, the contents as text that compares. */
    private static List<String> entries(byte[] zip) throws IOException {
        var found = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                in.transferTo(content);
                found.add(entry.getName() + " " + Arrays.hashCode(content.toByteArray()));
            }
        }
        return found;
    }

    private List<String> expected(int... places) {
        return Arrays.stream(places)
                .mapToObj(made::id)
                .map(id -> "likeness-" + id + ".jpg " + Arrays.hashCode(MarkedFile.mark(made.picture(id))))
                .toList();
    }
}
