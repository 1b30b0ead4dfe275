package dev.likeness.access.problem;

import dev.likeness.access.HttpTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class InputOverHttpTests extends HttpTests {

    @Test
    void listsTheInvalidFields() {
        problem(post("{\"name\":\" \",\"parts\":[{\"size\":1},{\"size\":0}]}"), HttpStatus.BAD_REQUEST, "probe:invalid")
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[?(@.field=='name')]")
                .exists()
                .jsonPath("$.errors[?(@.field=='parts[1].size')]")
                .exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"name\":\"a\",\"parts\":[{\"size\":\"big\"}]}      | parts[0].size   | \"parts[0].size\" must be a whole number.",
            "{\"name\":\"a\",\"parts\":[{\"colour\":\"blue\"}]}   | parts[0].colour | \"parts[0].colour\" must be one of RED, GREEN.",
            "{\"name\":\"a\",\"parts\":7}                         | parts           | \"parts\" must be a list.",
            "{\"name\":\"a\",\"parts\":[],\"id\":\"x\"}           | id              | \"id\" must be a UUID.",
    })
    void namesTheUnreadableField(String json, String field, String detail) {
        problem(post(json), HttpStatus.BAD_REQUEST, "probe:unreadable-body")
                .jsonPath("$.field")
                .isEqualTo(field)
                .jsonPath("$.detail")
                .isEqualTo(detail);
    }

    @Test
    void saysWhereJsonIsBroken() {
        problem(post("{\"name\":\n  oops}"), HttpStatus.BAD_REQUEST, "probe:unreadable-body")
                .jsonPath("$.detail")
                .isEqualTo("The body is not valid JSON: look at line 2, column 3.");
    }

    @Test
    void missesABody() {
        problem(post(""), HttpStatus.BAD_REQUEST, "probe:unreadable-body");
    }

    @Test
    void namesABadPathVariable() {
        problem(get("/v1/things/7", token("anna1")), HttpStatus.BAD_REQUEST, "probe:bad-parameter")
                .jsonPath("$.field")
                .isEqualTo("thingId")
                .jsonPath("$.detail")
                .isEqualTo("\"thingId\" must be a UUID.");
    }

    @Test
    void namesAMissingAndABadParameter() {
        problem(get("/v1/count", token("anna1")), HttpStatus.BAD_REQUEST, "probe:missing-parameter")
                .jsonPath("$.field")
                .isEqualTo("count");
        problem(get("/v1/count?count=many", token("anna1")), HttpStatus.BAD_REQUEST, "probe:bad-parameter")
                .jsonPath("$.detail")
                .isEqualTo("\"count\" must be a whole number.");
    }

    @Test
    void namesAParameterOutOfRange() {
        problem(get("/v1/count?count=10", token("anna1")), HttpStatus.BAD_REQUEST, "probe:invalid")
                .jsonPath("$.errors[0].field")
                .isEqualTo("count")
                .jsonPath("$.detail")
                .isEqualTo("count must be less than or equal to 9.");
    }

    private WebTestClient.ResponseSpec post(String json) {
        return client.post()
                .uri("/v1/things")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .headers(headers -> bearer(headers, token("anna1")))
                .exchange();
    }
}
