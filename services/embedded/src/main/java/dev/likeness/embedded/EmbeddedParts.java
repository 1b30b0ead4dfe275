package dev.likeness.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The four parts on one data directory. While it is open, no other instance can use that directory.
 */
public final class EmbeddedParts implements AutoCloseable {

    private final DataDirectory directory;
    private final Part<KafkaBroker> kafka;
    private final Part<PostgresServer> postgres;
    private final Part<S3Store> store;
    private final Part<SchemaRegistry> registry;

    private EmbeddedParts(DataDirectory directory, Ports ports, Durability durability, StartProgress progress) {
        this.directory = directory;
        kafka = new Part<>("kafka", progress,
                () -> KafkaBroker.start(directory.resolve("kafka"), ports.kafka(), ports.kafkaController(),
                        durability));
        postgres = new Part<>("postgres", progress,
                () -> PostgresServer.start(directory.resolve("postgres"), ports.postgres(), durability));
        store = new Part<>("store", progress, () -> S3Store.start(directory.resolve("store"), ports.store(),
                OwnerOnly.secret(directory.resolve("store-access-key")),
                OwnerOnly.secret(directory.resolve("store-secret-key"))));
        registry = new Part<>("registry", progress,
                () -> SchemaRegistry.start(directory.resolve("registry"), registryHome(),
                        postgres(), ports.registry(), ports.registryManagement()));
    }

    /**
     * Starts all four, at the same time as far as they don't need each other, and returns when all are
     * ready. Their data survive even a power cut.
     *
     * @throws PartUnavailable if one can't start; those already started are stopped again
     */
    public static EmbeddedParts start(Path dataDirectory, Ports ports, StartProgress progress) {
        EmbeddedParts parts = lazily(dataDirectory, ports, Durability.POWER_CUT, progress);
        try {
            parts.directory.requireSpace();
            parts.startAll();
            return parts;
        } catch (RuntimeException e) {
            parts.closeAfter(e);
            throw e;
        }
    }

    /** Locks the directory and starts each part when it is first asked for. */
    static EmbeddedParts lazily(Path dataDirectory, Ports ports, Durability durability, StartProgress progress) {
        return new EmbeddedParts(DataDirectory.lock(dataDirectory), ports, durability, progress);
    }

    /**
     * The parts that all tests of this JVM share: on free ports and a temporary directory, each started
     * when first asked for, stopped and removed when the JVM ends. Don't close them.
     */
    public static EmbeddedParts shared() {
        return SharedParts.PARTS;
    }

    /**
     * Stops the PostgreSQL and the registry that an instance left running when it was killed.
     *
     * @throws PartUnavailable if an instance is running on the directory
     */
    public static void stopLeftovers(Path dataDirectory) {
        try (DataDirectory directory = DataDirectory.lock(dataDirectory)) {
            stopLeftovers(directory);
        }
    }

    static void stopLeftovers(DataDirectory directory) {
        SchemaRegistry.clearLeftover(directory.resolve("registry"));
        PostgresLeftovers.clear(directory.resolve("postgres").resolve("data"));
    }

    public KafkaBroker kafka() {
        return kafka.get();
    }

    public PostgresServer postgres() {
        return postgres.get();
    }

    public S3Store store() {
        return store.get();
    }

    public SchemaRegistry registry() {
        return registry.get();
    }

    /**
     * Where the parts are, by the names under which a service with this database is told.
     *
     * @return settings of a Spring application, credentials among them
     */
    public Map<String, String> settings(String database) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.r2dbc.url", postgres().r2dbcUrl(database));
        settings.put("spring.r2dbc.username", postgres().user());
        settings.put("spring.r2dbc.password", postgres().password());
        settings.put("spring.flyway.url", postgres().jdbcUrl(database));
        settings.put("spring.flyway.user", postgres().user());
        settings.put("spring.flyway.password", postgres().password());
        settings.put("spring.kafka.bootstrap-servers", kafka().bootstrapServers());
        settings.put("likeness.messaging.registry-url", registry().url().toString());
        settings.put("likeness.objects.endpoint", store().endpoint().toString());
        settings.put("likeness.objects.access-key", store().accessKey());
        settings.put("likeness.objects.secret-key", store().secretKey());
        return settings;
    }

    /** Stops what runs, the registry before its database, and releases the directory. Repeatable. */
    @Override
    public void close() {
        List<RuntimeException> failures = new ArrayList<>();
        for (AutoCloseable part : List.of(registry, store, kafka, postgres, directory)) {
            try {
                part.close();
            } catch (Exception e) {
                failures.add(e instanceof RuntimeException failure ? failure : new IllegalStateException(e));
            }
        }
        if (!failures.isEmpty()) {
            RuntimeException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private void startAll() {
        try (ExecutorService starters = Executors
                .newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory())) {
            // The registry first: it is the slowest, and pulls PostgreSQL up itself.
            List<Future<?>> starts = List.of(starters.submit(registry::get), starters.submit(kafka::get),
                    starters.submit(store::get));
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartUnavailable("Interrupted while the parts were starting.", e);
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static Path registryHome() {
        String home = System.getProperty(SchemaRegistry.HOME_PROPERTY);
        if (home == null) {
            throw new PartUnavailable("The system property " + SchemaRegistry.HOME_PROPERTY
                    + " must name the directory where the schema registry is unpacked.");
        }
        return Path.of(home);
    }
}
