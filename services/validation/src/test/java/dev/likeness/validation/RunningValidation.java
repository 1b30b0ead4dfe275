package dev.likeness.validation;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Space;
import dev.likeness.validation.checking.TestExaminer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The service as it is run, on real parts, once for all tests of the JVM. */
final class RunningValidation {

    private static final String ISSUER = "https://issuer.test";
    private static final String AUDIENCE = "likeness";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final RunningValidation INSTANCE = new RunningValidation();

    private final TokenSigner tokens = TokenSigner.random(Clock.systemUTC());
    private final TestExaminer examiner = new TestExaminer();
    private final ConfigurableApplicationContext context;
    private final EventProbe probe;

    private RunningValidation() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        EmbeddedParts parts = EmbeddedParts.shared();
        parts.postgres().createDatabase("validation");
        EventProbe.registerSchemas(parts.registry().ccompatUrl());
        probe = new EventProbe(parts.kafka().bootstrapServers(), parts.registry().url());
        context = Validation.application()
                .initializers((GenericApplicationContext started) -> started.registerBean(TestExaminer.class,
                        () -> examiner, definition -> definition.setPrimary(true)))
                .run("--validation.vectors.key=" + KEY, "--server.port=0", "--server.address=127.0.0.1",
                        "--spring.r2dbc.url=" + parts.postgres().r2dbcUrl("validation"),
                        "--spring.r2dbc.username=" + parts.postgres().user(),
                        "--spring.r2dbc.password=" + parts.postgres().password(),
                        "--spring.flyway.url=" + parts.postgres().jdbcUrl("validation"),
                        "--spring.flyway.user=" + parts.postgres().user(),
                        "--spring.flyway.password=" + parts.postgres().password(),
                        "--spring.kafka.bootstrap-servers=" + parts.kafka().bootstrapServers(),
                        "--likeness.messaging.registry-url=" + parts.registry().url(),
                        "--likeness.objects.endpoint=" + parts.store().endpoint(),
                        "--likeness.objects.access-key=" + parts.store().accessKey(),
                        "--likeness.objects.secret-key=" + parts.store().secretKey(),
                        "--likeness.access.issuer=" + ISSUER, "--likeness.access.audience=" + AUDIENCE,
                        "--likeness.access.public-key=" + publicKey(), "--validation.checking.missing-attempts=2");
        store().ensureBuckets(List.of(Bucket.values())).block();
    }

    static RunningValidation instance() {
        return INSTANCE;
    }

    TestExaminer examiner() {
        return examiner;
    }

    EventProbe probe() {
        return probe;
    }

    ObjectStore store() {
        return context.getBean(ObjectStore.class);
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    WebTestClient client(String userId) {
        String token = tokens.issue(ISSUER, AUDIENCE, userId, List.of(), Duration.ofMinutes(10));
        return anonymous().mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }

    WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    ObjectKey selfie(Space space, byte[] bytes) {
        ObjectKey key = ObjectKey.random(Bucket.SELFIES, space);
        store().put(key, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), bytes.length, "image/jpeg")
                .block();
        return key;
    }

    List<ObjectKey> prepared(Space space) {
        return store().list(Bucket.PREPARED, space.value()).collectList().blockOptional().orElseThrow();
    }

    private Path publicKey() {
        try {
            Path file = Files.createTempFile("validation-tests", ".jwk");
            file.toFile().deleteOnExit();
            return Files.writeString(file, tokens.publicJwk());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
