package dev.likeness.training;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.messaging.testing.EventProbe;
import dev.likeness.objects.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** An instance of the service as it is run, on real parts that all instances share. */
final class RunningTraining implements AutoCloseable {

    private static final String ISSUER = "https://issuer.test";
    private static final String AUDIENCE = "likeness";
    private static final TokenSigner TOKENS = TokenSigner.random(Clock.systemUTC());
    private static final EventProbe PROBE = prepare();

    private final ConfigurableApplicationContext context;

    private RunningTraining(ConfigurableApplicationContext context) {
        this.context = context;
    }

    private static EventProbe prepare() {
        EmbeddedParts parts = EmbeddedParts.shared();
        parts.postgres().createDatabase("training");
        EventProbe.registerSchemas(parts.registry().ccompatUrl());
        return new EventProbe(parts.kafka().bootstrapServers(), parts.registry().url());
    }

    static EventProbe probe() {
        return PROBE;
    }

    static void publish(SpecificRecord event) {
        publish(UUID.randomUUID(), event);
    }

    static void publish(UUID eventId, SpecificRecord event) {
        var _ = PROBE.publish(eventId, event);
    }

    /** @param more settings beside those of every instance */
    static RunningTraining start(String... more) {
        EmbeddedParts parts = EmbeddedParts.shared();
        int port = freePort();
        List<String> settings = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1",
                "--spring.r2dbc.url=" + parts.postgres().r2dbcUrl("training"),
                "--spring.r2dbc.username=" + parts.postgres().user(),
                "--spring.r2dbc.password=" + parts.postgres().password(),
                "--spring.flyway.url=" + parts.postgres().jdbcUrl("training"),
                "--spring.flyway.user=" + parts.postgres().user(),
                "--spring.flyway.password=" + parts.postgres().password(),
                "--spring.kafka.bootstrap-servers=" + parts.kafka().bootstrapServers(),
                "--likeness.messaging.registry-url=" + parts.registry().url(),
                "--likeness.messaging.worker.lease=3s",
                "--likeness.objects.endpoint=" + parts.store().endpoint(),
                "--likeness.objects.access-key=" + parts.store().accessKey(),
                "--likeness.objects.secret-key=" + parts.store().secretKey(),
                "--likeness.access.issuer=" + ISSUER, "--likeness.access.audience=" + AUDIENCE,
                "--likeness.access.public-key=" + publicKey(),
                "--training.provider.base-url=" + RunningSandbox.instance().baseUrl(),
                "--training.provider.token=" + RunningSandbox.TOKEN, "--training.provider.owner=likeness",
                "--training.provider.timeout=3s",
                "--training.webhook.url=http://127.0.0.1:" + port + "/webhooks/replicate",
                "--training.webhook.secret=" + RunningSandbox.WEBHOOK_SECRET, "--training.poll.min=200ms",
                "--training.poll.max=500ms", "--training.settle.pause=300ms", "--training.settle.keep-zip=1s",
                "--training.run.settle-grace=1s", "--training.run.announce-every=200ms"));
        settings.addAll(List.of(more));
        return new RunningTraining(TrainingOrchestrator.application().run(settings.toArray(String[]::new)));
    }

    ObjectStore store() {
        return context.getBean(ObjectStore.class);
    }

    DatabaseClient database() {
        return context.getBean(DatabaseClient.class);
    }

    WebTestClient client(String userId) {
        String token = TOKENS.issue(ISSUER, AUDIENCE, userId, List.of(), Duration.ofMinutes(10));
        return anonymous().mutate().defaultHeader("Authorization", "Bearer " + token).build();
    }

    WebTestClient anonymous() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path publicKey() {
        try {
            Path file = Files.createTempFile("training-tests", ".jwk");
            file.toFile().deleteOnExit();
            return Files.writeString(file, TOKENS.publicJwk());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
