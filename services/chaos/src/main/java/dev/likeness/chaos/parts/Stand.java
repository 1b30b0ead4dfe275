package dev.likeness.chaos.parts;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.embedded.FreePorts;
import dev.likeness.embedded.S3Store;
import dev.likeness.embedded.SchemaRegistry;
import dev.likeness.messaging.testing.EventProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All parts of a run. Killed with the runner, except PostgreSQL and the registry, which the next
 * run on the directory ends.
 */
public final class Stand implements AutoCloseable {

    public static final String DATABASE = "training";
    private static final String ISSUER = "https://issuer.chaos";
    private static final String AUDIENCE = "likeness";

    private final TokenSigner tokens = TokenSigner.random(Clock.systemUTC());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Database database;
    private final Broker broker;
    private final S3Store store;
    private final SchemaRegistry registry;
    private final StandIn standIn;
    private final List<Instance> instances;
    private final EventProbe probe;

    /** @param training how long one takes at the provider */
    public Stand(Path directory, Duration training) {
        Path data = fresh(directory.resolve("data"));
        Path logs = fresh(directory.resolve("logs"));
        List<Integer> ports = FreePorts.some(9);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-stand"));
        try {
            standIn = opened(new StandIn(data.resolve("sandbox"), ports.get(0), training, logs.resolve("sandbox.log")));
            database = opened(new Database(data.resolve("postgres"), ports.get(1)));
            store = opened(S3Store.start(data.resolve("store"), ports.get(2), "chaos-access", "chaos-secret-key"));
            broker = opened(new Broker(data.resolve("kafka"), ports.subList(3, 5), logs.resolve("kafka.log")));
            registry = opened(SchemaRegistry.start(data.resolve("registry"), registryHome(), database.server(),
                    ports.get(5), ports.get(6)));
            database.server().createDatabase(DATABASE);
            broker.awaitAnswer();
            standIn.start();
            standIn.allowHaste();
            EventProbe.registerSchemas(registry.ccompatUrl());
            probe = opened(new EventProbe(broker.bootstrapServers(), registry.url()));
            Map<String, String> settings = settings(data);
            List<String> archive = ClassArchive.make(data.resolve("training.jsa"), settings,
                    logs.resolve("archive.log"));
            instances = List.of(opened(new Instance(ports.get(7), settings, archive, logs.resolve("training-1.log"))),
                    opened(new Instance(ports.get(8), settings, archive, logs.resolve("training-2.log"))));
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    public Database database() {
        return database;
    }

    public Broker broker() {
        return broker;
    }

    public S3Store store() {
        return store;
    }

    public StandIn standIn() {
        return standIn;
    }

    public List<Instance> instances() {
        return instances;
    }

    public EventProbe probe() {
        return probe;
    }

    public String registryUrl() {
        return registry.url();
    }

    /** A person's token that the orchestrator believes. */
    public String token(String userId) {
        return tokens.issue(ISSUER, AUDIENCE, userId, List.of(), Duration.ofHours(2));
    }

    private Map<String, String> settings(Path data) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.address", "127.0.0.1");
        all.put("spring.r2dbc.url", database.server().r2dbcUrl(DATABASE));
        all.put("spring.r2dbc.username", database.server().user());
        all.put("spring.r2dbc.password", database.server().password());
        all.put("spring.flyway.url", database.server().jdbcUrl(DATABASE));
        all.put("spring.flyway.user", database.server().user());
        all.put("spring.flyway.password", database.server().password());
        all.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        all.put("likeness.messaging.registry-url", registry.url());
        all.put("likeness.objects.endpoint", store.endpoint().toString());
        all.put("likeness.objects.access-key", store.accessKey());
        all.put("likeness.objects.secret-key", store.secretKey());
        all.put("likeness.access.issuer", ISSUER);
        all.put("likeness.access.audience", AUDIENCE);
        all.put("likeness.access.public-key", publicKey(data).toString());
        all.put("training.provider.base-url", standIn.baseUrl().toString());
        all.put("training.provider.token", StandIn.TOKEN);
        all.put("training.provider.owner", "likeness");
        all.put("training.webhook.secret", StandIn.WEBHOOK_SECRET);
        all.putAll(Haste.SETTINGS);
        return all;
    }

    private Path publicKey(Path data) {
        try {
            return Files.writeString(data.resolve("public.jwk"), tokens.publicJwk());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path registryHome() {
        return Path.of(System.getProperty(SchemaRegistry.HOME_PROPERTY, ""));
    }

    /** Empty, with nothing running on it any more. */
    private static Path fresh(Path directory) {
        try {
            if (Files.exists(directory)) {
                EmbeddedParts.stopLeftovers(directory);
                try (Stream<Path> below = Files.walk(directory)) {
                    for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        opened.add(part);
        return part;
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable part : opened.reversed()) {
            try {
                part.close();
            } catch (Exception stillThere) {
                org.slf4j.LoggerFactory.getLogger(Stand.class).warn("A part did not stop", stillThere);
            }
        }
        opened.clear();
    }
}
