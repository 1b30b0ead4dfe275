package dev.likeness.upload;

import static dev.likeness.upload.Shots.announcement;
import static dev.likeness.upload.Shots.shot;
import static dev.likeness.upload.Shots.shots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.upload.Client.Answer;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import reactor.core.publisher.Flux;

/** Clients that go away in the middle. */
class HangingUpTests {

    private static final byte[] SHOT = shot(7, 1_500_000);

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingOfAPhotoThatBreaksOff(boolean abruptly) throws IOException {
        Answer announced = person.post("/v1/uploads", announcement(SHOT));
        String url = announced.each("photos", "uploadUrl").getFirst();

        for (int number = 0; number < 30; number++) {
            breakOff(put(url), SHOT, (number + 1) * 40_000, abruptly);
        }

        assertNothingIsLeft();
        assertThat(person.get("/v1/uploads/" + announced.text("uploadId")).each("photos", "state"))
                .containsExactly("awaited");
        // Those that broke off hold the person's places until they are tidied up after.
        await().until(() -> person.put(url, SHOT).status() == 200);
        assertThat(upload.objects(person)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNothingOfASetThatBreaksOff(boolean abruptly) throws IOException {
        byte[][] shots = shots(5);
        shots[3] = SHOT;
        Multipart body = Multipart.of(shots);
        assertThat(person.get("/v1/me").status()).isEqualTo(200);

        for (int number = 0; number < 20; number++) {
            breakOff(head("POST /v1/uploads", body.contentType(), body.bytes().length), body.bytes(),
                    (number + 1) * 70_000, abruptly);
        }

        assertNothingIsLeft();
        assertThat(person.get("/v1/uploads").json().path("items")).isEmpty();
    }

    @Test
    void doesNotWaitForeverForASenderWhoFallsSilent() throws IOException {
        Answer announced = person.post("/v1/uploads", announcement(SHOT));

        try (var socket = new Socket(person.edge().getHost(), person.edge().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(put(announced.each("photos", "uploadUrl").getFirst()));
            out.write(SHOT, 0, 100_000);
            out.flush();
            socket.setSoTimeout(15_000);
            byte[] answer = new byte[2_000];
            int read = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, read, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 408")
                    .contains("urn:problem:upload:stalled");
        }
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(upload.looseObjects(person)).isZero();
            assertThat(upload.objects(person)).isEmpty();
            try (Stream<?> files = Files.list(upload.spool())) {
                assertThat(files).isEmpty();
            }
        });
        assertEveryConnectionCanBeHad();
    }

    /**
     * All at once: one that leaked would be missing. What works in the background gives its own back
     * soon.
     */
    private void assertEveryConnectionCanBeHad() {
        ConnectionFactory pool = upload.bean(ConnectionFactory.class);
        int size = upload.bean(R2dbcProperties.class).getPool().getMaxSize();
        List<Connection> all = Objects.requireNonNull(
                Flux.range(0, size)
                        .flatMap(_ -> pool.create(), size)
                        .cast(Connection.class)
                        .collectList()
                        .block(Duration.ofSeconds(20)));
        assertThat(all).hasSize(10);
        Flux.fromIterable(all).flatMap(Connection::close).blockLast();
    }

    private byte[] put(String url) {
        return head("PUT " + url, "image/jpeg", SHOT.length);
    }

    private byte[] head(String request, String contentType, int length) {
        return (request + " HTTP/1.1\r\nHost: edge\r\nAuthorization: Bearer " + person.token() + "\r\nContent-Type: "
                + contentType + "\r\nContent-Length: " + length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private void breakOff(byte[] head, byte[] body, int after, boolean abruptly) throws IOException {
        try (var socket = new Socket(person.edge().getHost(), person.edge().getPort())) {
            if (abruptly) {
                socket.setSoLinger(true, 0);
            }
            OutputStream out = socket.getOutputStream();
            out.write(head);
            out.write(Arrays.copyOf(body, Math.min(after, body.length - 1)));
            out.flush();
        }
    }
}
