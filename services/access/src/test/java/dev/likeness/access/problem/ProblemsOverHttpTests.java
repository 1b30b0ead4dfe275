package dev.likeness.access.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.access.HttpTests;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsOverHttpTests extends HttpTests {

    @Test
    void showsAServicesOwnProblemWithItsMeasuredValue() {
        problem(get("/v1/refusal", token("anna1")), HttpStatus.CONFLICT, "probe:too-few")
                .jsonPath("$.detail")
                .isEqualTo("A set needs 15 photos; this one has 14.")
                .jsonPath("$.measured")
                .isEqualTo(14)
                .jsonPath("$.instance")
                .isEqualTo("/v1/refusal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "image/png", "image/*", "application/xml", "application/json"})
    void isAlwaysProblemJsonWhateverTheClientAccepts(String accept) {
        problem(get("/v1/image", token("anna1"), MediaType.parseMediaType("image/png"),
                MediaType.parseMediaType(accept)), HttpStatus.NOT_FOUND, "probe:unknown-image");
        problem(get("/v1/nothing", token("anna1"), MediaType.parseMediaType(accept)), HttpStatus.NOT_FOUND,
                "probe:unknown-route");
    }

    @Test
    void knowsUnknownRoutes() {
        problem(get("/v1/nothing", token("anna1")), HttpStatus.NOT_FOUND, "probe:unknown-route");
    }

    @Test
    void namesThePossibleMethods() {
        var response = client.delete().uri("/v1/things").headers(headers -> bearer(headers, token("anna1"))).exchange();
        response.expectHeader().exists(HttpHeaders.ALLOW);
        problem(response, HttpStatus.METHOD_NOT_ALLOWED, "probe:method-not-allowed")
                .jsonPath("$.allowed")
                .isEqualTo(List.of("GET", "POST"));
    }

    @Test
    void namesTheTakenMediaTypes() {
        problem(client.post()
                .uri("/v1/things")
                .contentType(MediaType.APPLICATION_XML)
                .bodyValue("<a/>")
                .headers(headers -> bearer(headers, token("anna1")))
                .exchange(), HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "probe:unsupported-media-type")
                .jsonPath("$.supported")
                .isNotEmpty();
    }

    @Test
    void refusesWhatItCanNotGive() {
        problem(get("/v1/image", token("anna1"), MediaType.TEXT_EVENT_STREAM), HttpStatus.NOT_ACCEPTABLE,
                "probe:not-acceptable");
    }

    @Test
    void refusesATooLargeBody() {
        problem(client.post()
                .uri("/v1/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"" + "x".repeat(20_000) + "\",\"parts\":[]}")
                .headers(headers -> bearer(headers, token("anna1")))
                .exchange(), HttpStatus.CONTENT_TOO_LARGE,
                "probe:too-large");
    }

    @Test
    void tellsOnlyAnIncidentOfWhatNobodyExpected(CapturedOutput output) {
        String token = token("anna1");
        problem(get("/v1/crash", token), HttpStatus.INTERNAL_SERVER_ERROR, "probe:internal")
                .jsonPath("$.incident")
                .value(String.class, incident -> assertThat(output.getAll()).contains(incident))
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).doesNotContain("store.example"));
        assertThat(output.getAll()).contains("IllegalStateException").doesNotContain("abc123").doesNotContain(token);
    }

    @Test
    void breaksOffAnAnswerThatHadBegunAndLogsNoSecretOfIt(CapturedOutput output) {
        assertThatThrownBy(() -> get("/v1/broken", token("anna1")).expectBody().returnResult())
                .isInstanceOf(RuntimeException.class);
        await().until(() -> output.getAll().contains("Answer broken off, incident"));
        assertThat(output.getAll()).contains("https://store/x?[query]").doesNotContain("abc123");
    }

    @Test
    void refusesABadCursorAndABadLimit() {
        problem(get("/v1/things?cursor=%21%21", token("anna1")), HttpStatus.BAD_REQUEST, "access:bad-cursor");
        problem(get("/v1/things?cursor=YWJj", token("anna1")), HttpStatus.BAD_REQUEST, "access:bad-cursor");
        problem(get("/v1/things?limit=201", token("anna1")), HttpStatus.BAD_REQUEST, "access:bad-limit")
                .jsonPath("$.limit")
                .isEqualTo(201);
    }
}
