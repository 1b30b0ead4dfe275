package dev.likeness.access.openapi;

import dev.likeness.access.HttpTests;
import org.junit.jupiter.api.Test;

class OpenApiTests extends HttpTests {

    @Test
    void describesTheTokenTheServerAndTheProblems() {
        client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.info.title")
                .isEqualTo("Likeness: probe")
                .jsonPath("$.servers[0].url")
                .isEqualTo("/")
                .jsonPath("$.components.securitySchemes.token.scheme")
                .isEqualTo("bearer")
                .jsonPath("$.security[0].token")
                .exists()
                .jsonPath("$.paths['/v1/things'].get.responses.default.content['application/problem+json']")
                .exists();
    }

    @Test
    void hidesTheCaller() {
        client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/v1/guarded'].get")
                .exists()
                .jsonPath("$.paths['/v1/guarded'].get.parameters")
                .doesNotExist()
                .jsonPath("$.paths['/open/hello'].get.parameters")
                .doesNotExist();
    }
}
