package dev.likeness.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.access.HttpTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

class RoutesTests extends HttpTests {

    @Test
    void opensTheConfiguredPathsToAnybody() {
        client.get()
                .uri("/open/hello")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.known")
                .isEqualTo(false);
        get("/open/hello", token("anna1")).expectStatus().isOk().expectBody().jsonPath("$.known").isEqualTo(true);
    }

    @Test
    void asksForATokenWhereAnOpenRouteNeedsACaller() {
        problem(client.get().uri("/open/strict").exchange(), HttpStatus.UNAUTHORIZED, "access:missing-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ops/ping", "/v1/guarded", "/actuator/env", "/actuator/prometheus"})
    void keepsOperatorsRoutesFromOthers(String path) {
        problem(get(path, token("anna1")), HttpStatus.FORBIDDEN, "access:operators-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ops/ping", "/v1/guarded"})
    void letsOperatorsIn(String path) {
        get(path, token("anna1", "operator")).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1/nothing", "/actuator", "/ops/ping"})
    void deniesWithoutATokenWhateverIsThere(String path) {
        problem(client.get().uri(path).exchange(), HttpStatus.UNAUTHORIZED, "access:missing-token");
    }

    @Test
    void refusesAPathThatClimbs() {
        problem(client.get().uri("/v1/me/../things").exchange(), HttpStatus.BAD_REQUEST, "access:suspicious-request");
    }

    @Test
    void sendsTheHeadersThatKeepAnswersPrivate() {
        get("/v1/me", token("anna1")).expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL,
                        value -> assertThat(value).contains("no-store"));
    }

    @Test
    void sendsThemWithProblemsToo() {
        client.get().uri("/v1/me").exchange().expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        get("/v1/crash", token("anna1")).expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
    }

    @Test
    void keepsNoSessionAndAllowsNoOtherOrigin() {
        client.get()
                .uri("/open/hello")
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }
}
