package dev.likeness.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.upload.Client.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EdgeTests {

    private final RunningUpload upload = RunningUpload.shared();
    private final Client person = upload.newPerson();

    @Test
    void passesRequestsOnWithTheTokenAndTheBody() {
        Answer answer = person.post("/v1/generations?x=1", "{\"concept\":\"forest\"}", "Idempotency-Key", "k",
                "X-Forwarded-For", "6.6.6.6", "X-Forwarded-Host", "evil.test", "Forwarded", "for=6.6.6.6", "TE",
                "trailers", "Keep-Alive", "timeout=5");

        assertThat(answer.status()).isEqualTo(200);
        Map<String, String> seen = upload.downstream().lastTo("/v1/generations?x=1");
        assertThat(seen).containsEntry("authorization", "Bearer " + person.token())
                .containsEntry("idempotency-key", "k")
                .containsEntry(":method", "POST")
                .containsEntry(":body", "{\"concept\":\"forest\"}")
                .doesNotContainKeys("te", "keep-alive");
        assertThat(seen.toString()).doesNotContain("6.6.6.6", "evil.test");
    }

    @Test
    void routesEveryPathOfTheOthers() {
        for (String path : List.of("/v1/uploads/" + UUID.randomUUID() + "/report",
                "/v1/uploads/" + UUID.randomUUID() + "/events", "/v1/uploads/" + UUID.randomUUID() + "/train",
                "/v1/uploads/" + UUID.randomUUID() + "/photos/" + UUID.randomUUID() + "/override", "/v1/trainings",
                "/v1/trainings/7",
                "/v1/generations/7", "/v1/concepts", "/v1/models", "/v1/models/7/verdict", "/v1/maya/messages")) {
            assertThat(person.get(path).text("path")).as(path).isEqualTo(path);
        }
    }

    @Test
    void letsWebhooksThroughWithoutAToken() {
        Answer answer = upload.nobody().post("/webhooks/replicate", "{}", "webhook-signature", "v1,abc");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(upload.downstream().lastTo("/webhooks/replicate")).containsEntry("webhook-signature", "v1,abc");
        assertThat(upload.nobody().post("/v1/generations", "{}").status()).isEqualTo(401);
    }

    @Test
    void saysOfAServiceThatDoesNotAnswer() {
        Answer down = person.get("/v1/gallery");
        Answer silent = person.get("/v1/trainings/silent");

        for (Answer answer : List.of(down, silent)) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.text("type")).isEqualTo("urn:problem:upload:service-unavailable");
            assertThat(answer.raw().headers().firstValue("retry-after")).contains("5");
        }
        assertThat(down.text("service")).isEqualTo("gallery");
        assertThat(silent.text("service")).isEqualTo("training");
    }

    @Test
    void passesProblemsOnAsTheyAre() {
        Answer answer = person.get("/v1/trainings/problem");

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.text("type")).isEqualTo("urn:problem:training:teapot");
    }

    @Test
    void streamsEventsAsTheyComeForLongerThanAnAnswerMayTake() throws IOException {
        try (var socket = new Socket(person.edge().getHost(), person.edge().getPort())) {
            socket.getOutputStream()
                    .write(("GET /v1/trainings/slow/events HTTP/1.1\r\nHost: edge\r\n"
                            + "Accept: text/event-stream\r\nAuthorization: Bearer " + person.token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            long first = 0;
            long last = 0;
            int events = 0;
            while (events < 5) {
                String line = lines.readLine();
                assertThat(line).isNotNull();
                if (line.startsWith("data:")) {
                    last = System.nanoTime();
                    first = first == 0 ? last : first;
                    events++;
                }
            }
            assertThat(Duration.ofNanos(last - first)).isBetween(Duration.ofMillis(1_200), Duration.ofSeconds(4));
        }
    }

    @Test
    void knowsNoOtherRoute() {
        for (String path : List.of("/nowhere", "/v1/uploads/1/2/3", "/v1", "/")) {
            Answer answer = person.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.text("type")).isEqualTo("urn:problem:upload:unknown-route");
        }
        assertThat(person.send(person.request("/v1/uploads").DELETE()).status()).isEqualTo(405);
        assertThat(person.send(person.request("/v1/uploads")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("hello"))).status()).isEqualTo(415);
    }

    @Test
    void documentsAllServicesAtOnePlace() {
        Answer docs = upload.nobody().get("/v3/api-docs");

        assertThat(docs.status()).isEqualTo(200);
        assertThat(docs.contentType()).startsWith("application/json");
        var paths = docs.json().path("paths");
        assertThat(paths.propertyNames()).contains("/v1/uploads", "/v1/uploads/{uploadId}",
                "/v1/uploads/{uploadId}/photos/{photoId}", "/v1/uploads/{uploadId}/complete", "/v1/me",
                "/v1/trainings");
        assertThat(docs.texts("x-missing")).containsExactly("gallery");
        assertThat(docs.json()
                .at("/paths/~1v1~1trainings/get/responses/200/content/application~1json/schema/$ref")
                .asString()).isEqualTo("#/components/schemas/validation.PhotoView");
        assertThat(docs.json().at("/components/schemas/PhotoView/type").asString()).isEqualTo("object");
        assertThat(docs.json().at("/paths/~1v1~1uploads/post/requestBody/content").propertyNames())
                .contains("application/json", "multipart/form-data");
    }

    @Test
    void hasAPageToTryIt() {
        Answer page = upload.nobody().get("/swagger-ui.html");
        assertThat(page.status()).isEqualTo(302);
        Answer shown = upload.nobody().get(page.raw().headers().firstValue("location").orElseThrow());
        assertThat(shown.status()).isEqualTo(200);
        assertThat(upload.nobody().get("/v3/api-docs/swagger-config").raw().body()
                + upload.nobody().get("/v3/api-docs/upload/swagger-config").raw().body()).contains("\"/v3/api-docs\"");
    }

    @Test
    void isReadyWhenItsDatabaseIs() {
        assertThat(upload.nobody().get("/actuator/health/readiness").text("status")).isEqualTo("UP");
        assertThat(upload.nobody().get("/actuator/env").status()).isEqualTo(401);
    }
}
