package dev.likeness.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.access.tokens.TokenSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.assertj.core.annotation.CanIgnoreReturnValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The probe on a real port; after each test, none of the tokens it sent is in any log, even at
 * DEBUG.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = ProbeApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.name=probe", "server.address=127.0.0.1", "likeness.service=probe",
        "likeness.access.issuer=" + HttpTests.ISSUER, "likeness.access.audience=" + HttpTests.AUDIENCE,
        "likeness.access.open-paths=/open/**", "likeness.access.sse.poll=20ms",
        "spring.http.codecs.max-in-memory-size=10KB", "logging.level.org.springframework.web=DEBUG",
        "logging.level.org.springframework.security=DEBUG", "logging.level.dev.likeness=DEBUG"})
public abstract class HttpTests {

    protected static final String ISSUER = "https://issuer.example";
    protected static final String AUDIENCE = "likeness";
    protected static final Path KEYS = directory();
    protected static final TokenSigner SIGNER = TokenSigner.in(KEYS, Clock.systemUTC());

    private final ConcurrentLinkedQueue<String> sent = new ConcurrentLinkedQueue<>();

    @LocalServerPort
    private int port;

    protected WebTestClient client = WebTestClient.bindToServer().build();

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry registry) {
        registry.add("likeness.access.public-key", () -> KEYS.resolve("public.jwk").toString());
    }

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterEach
    void noTokenIsLogged(CapturedOutput output) {
        List<String> secrets = sent.stream()
                .flatMap(token -> Stream.of(token, token.substring(token.lastIndexOf('.') + 1)))
                .filter(secret -> !secret.isEmpty())
                .toList();
        assertThat(secrets).noneMatch(output.getAll()::contains);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("access");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    protected static String token(String subject, String... roles) {
        return SIGNER.issue(ISSUER, AUDIENCE, subject, List.of(roles), Duration.ofMinutes(5));
    }

    protected WebTestClient.ResponseSpec get(String path, String token, MediaType... accept) {
        return client.get().uri(path).accept(accept).headers(headers -> bearer(headers, token)).exchange();
    }

    protected void bearer(HttpHeaders headers, String token) {
        if (token.length() > 20) {
            sent.add(token);
        }
        headers.setBearerAuth(token);
    }

    /** Checks the parts that every problem has; the body is there for more. */
    @CanIgnoreReturnValue
    protected static WebTestClient.BodyContentSpec problem(WebTestClient.ResponseSpec response, HttpStatus status,
            String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:" + type)
                .jsonPath("$.status")
                .isEqualTo(status.value())
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty()
                .jsonPath("$.instance")
                .isNotEmpty();
    }
}
