package dev.likeness.upload;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStore;
import dev.likeness.person.Space;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** The service on real parts, one for all tests of this JVM. */
public final class RunningUpload {

    public static final int LARGEST_PHOTO = 2_000_000;

    private static final String ISSUER = "https://issuer.test";
    private static final String AUDIENCE = "likeness";
    private static final RunningUpload ONLY = new RunningUpload();

    private final TokenSigner signer = TokenSigner.random(Clock.systemUTC());
    private final Path spool = directory();
    private final DownstreamStub downstream = DownstreamStub.start();
    private final EventProbe probe;
    private final ConfigurableApplicationContext context;
    private final URI edge;

    private RunningUpload() {
        EmbeddedParts parts = EmbeddedParts.shared();
        EventProbe.registerSchemas(parts.registry().ccompatUrl());
        probe = new EventProbe(parts.kafka().bootstrapServers(), parts.registry().url());
        parts.postgres().createDatabase("upload");
        context = Upload.application().run(arguments(parts).toArray(String[]::new));
        edge = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public static RunningUpload shared() {
        return ONLY;
    }

    private List<String> arguments(EmbeddedParts parts) {
        return List.of("--server.port=0", "--server.address=127.0.0.1",
                "--spring.r2dbc.url=" + parts.postgres().r2dbcUrl("upload"),
                "--spring.r2dbc.username=" + parts.postgres().user(),
                "--spring.r2dbc.password=" + parts.postgres().password(),
                "--spring.flyway.url=" + parts.postgres().jdbcUrl("upload"),
                "--spring.flyway.user=" + parts.postgres().user(),
                "--spring.flyway.password=" + parts.postgres().password(),
                "--spring.kafka.bootstrap-servers=" + parts.kafka().bootstrapServers(),
                "--likeness.messaging.registry-url=" + parts.registry().url(),
                "--likeness.objects.endpoint=" + parts.store().endpoint(),
                "--likeness.objects.access-key=" + parts.store().accessKey(),
                "--likeness.objects.secret-key=" + parts.store().secretKey(),
                "--likeness.access.issuer=" + ISSUER, "--likeness.access.audience=" + AUDIENCE,
                "--likeness.access.public-key=" + publicKey(),
                "--upload.edge.validation-url=" + downstream.url(), "--upload.edge.training-url=" + downstream.url(),
                "--upload.edge.generation-url=" + downstream.url(),
                "--upload.edge.gallery-url=http://127.0.0.1:" + DownstreamStub.closedPort(),
                "--upload.edge.response-timeout=1s", "--upload.limits.photo-size=" + LARGEST_PHOTO + "B",
                "--upload.limits.idle=2s", "--upload.limits.spool-directory=" + spool);
    }

    private Path publicKey() {
        try {
            return Files.writeString(directory().resolve("public.jwk"), signer.publicJwk());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path directory() {
        try {
            Path directory = Files.createTempDirectory("upload-tests-");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A person of their own for each test. */
    public Client newPerson() {
        String userId = "u1" + UUID.randomUUID().toString().replace("-", "").substring(0, 12).toLowerCase(Locale.ROOT);
        return new Client(edge, userId, signer.issue(ISSUER, AUDIENCE, userId, List.of(), Duration.ofMinutes(30)));
    }

    /** Somebody without a token. */
    public Client nobody() {
        return new Client(edge, "nobody0", "");
    }

    public EventProbe probe() {
        return probe;
    }

    public DownstreamStub downstream() {
        return downstream;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public DatabaseClient database() {
        return bean(DatabaseClient.class);
    }

    public void sql(String sql) {
        database().sql(sql).then().block();
    }

    public long count(String sql) {
        return Objects.requireNonNull(database().sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    /** The person's space, as the service issued it. */
    public Space space(Client person) {
        return Objects.requireNonNull(database().sql("SELECT space FROM person_epoch WHERE user_id = :userId")
                .bind("userId", person.userId())
                .map(row -> new Space(Objects.requireNonNull(row.get("space", String.class))))
                .one()
                .block());
    }

    /** Names of the objects that the store really holds for the person. */
    public Set<String> objects(Client person) {
        return Objects.requireNonNull(bean(ObjectStore.class).list(Bucket.SELFIES, space(person).value() + "/")
                .map(ObjectKey::name)
                .collect(Collectors.toSet())
                .block());
    }

    public long looseObjects(Client person) {
        return count("SELECT count(*) FROM loose_object WHERE user_id = '" + person.userId() + "'");
    }

    /** Files that wait for their end. */
    public Path spool() {
        return spool;
    }
}
