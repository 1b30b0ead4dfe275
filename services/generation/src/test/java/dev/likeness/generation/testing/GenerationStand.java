package dev.likeness.generation.testing;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.events.TrainingCompleted;
import dev.likeness.generation.Generation;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.person.Space;
import dev.likeness.person.TriggerWord;
import dev.likeness.person.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** The service on real parts; one for all tests of a JVM, because two would share its consumers. */
public final class GenerationStand {

    private static final GenerationStand SHARED = new GenerationStand();

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final Path keys = directory();
    private final TokenSigner signer = TokenSigner.in(keys, Clock.systemUTC());
    private final EventProbe probe;
    private @Nullable ConfigurableApplicationContext context;

    private GenerationStand() {
        parts.postgres().createDatabase("generation");
        EventProbe.registerSchemas(parts.registry().ccompatUrl());
        probe = new EventProbe(parts.kafka().bootstrapServers(), parts.registry().url().toString());
        start();
        store().ensureBuckets(List.of(Bucket.PREVIEWS)).block();
    }

    public static GenerationStand shared() {
        return SHARED;
    }

    public void start() {
        context = Generation.application()
                .run("--server.port=0", "--server.address=127.0.0.1",
                        "--spring.r2dbc.url=" + parts.postgres().r2dbcUrl("generation"),
                        "--spring.r2dbc.username=" + parts.postgres().user(),
                        "--spring.r2dbc.password=" + parts.postgres().password(),
                        "--spring.flyway.url=" + parts.postgres().jdbcUrl("generation"),
                        "--spring.flyway.user=" + parts.postgres().user(),
                        "--spring.flyway.password=" + parts.postgres().password(),
                        "--spring.kafka.bootstrap-servers=" + parts.kafka().bootstrapServers(),
                        "--likeness.messaging.registry-url=" + parts.registry().url(),
                        "--likeness.messaging.worker.lease=3s", "--likeness.messaging.worker.poll=100ms",
                        "--likeness.messaging.relay.poll=100ms",
                        "--likeness.objects.endpoint=" + parts.store().endpoint(),
                        "--likeness.objects.access-key=" + parts.store().accessKey(),
                        "--likeness.objects.secret-key=" + parts.store().secretKey(),
                        "--likeness.access.open-paths=/none", "--likeness.access.issuer=likeness",
                        "--likeness.access.audience=likeness",
                        "--likeness.access.public-key=" + keys.resolve("public.jwk"),
                        "--generation.provider.base-url=" + Provider.shared().baseUrl(),
                        "--generation.provider.token=" + Provider.TOKEN,
                        "--generation.provider.output-hosts=" + Provider.shared().outputHost(),
                        "--generation.provider.post-timeout=8s", "--generation.shoot.grace=8s",
                        "--generation.shoot.settle-pause=500ms");
    }

    public void stop() {
        Objects.requireNonNull(context).close();
    }

    public EventProbe events() {
        return probe;
    }

    public ObjectStore store() {
        return Objects.requireNonNull(context).getBean(ObjectStore.class);
    }

    public DatabaseClient database() {
        return Objects.requireNonNull(context).getBean(DatabaseClient.class);
    }

    public Http as(Person person) {
        String token = signer.issue("likeness", "likeness", person.userId().value(), List.of(), Duration.ofHours(1));
        return new Http(
                "http://127.0.0.1:" + Objects.requireNonNull(context).getEnvironment().getProperty("local.server.port"),
                token);
    }

    public static Person anybody() {
        String id = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "1";
        return new Person(new UserId(id), Epoch.FIRST, Space.random(RandomGenerator.getDefault()));
    }

    /** Has a model trained at the provider and tells the service. @return {@code owner/name:version} */
    public String train(Person person) {
        String word = TriggerWord.of(person.userId()).value();
        String version = Provider.shared().train(word);
        var _ = probe.publish(completed(person, version, word, Instant.now()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> as(person).get("/v1/models").text().contains(version));
        return version;
    }

    public static TrainingCompleted completed(Person person, String version, String triggerWord, Instant at) {
        return TrainingCompleted.newBuilder()
                .setUserId(person.userId().value())
                .setEpoch(person.epoch().value())
                .setSpace(person.space().value())
                .setTrainingId(UUID.randomUUID().toString())
                .setModelVersion(version)
                .setTriggerWord(triggerWord)
                .setPhotoCount(15)
                .setOccurredAt(at.truncatedTo(java.time.temporal.ChronoUnit.MILLIS))
                .build();
    }

    /** @return the generation once it has ended */
    public JsonNode ended(Person person, String generationId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> as(person).get("/v1/generations/" + generationId).json(),
                        view -> List.of("done", "failed", "canceled").contains(view.path("state").asString("")));
    }

    public List<ObjectKey> previews(Person person) {
        return store().list(Bucket.PREVIEWS, person.space().value()).collectList().blockOptional().orElseThrow();
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory("generation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
