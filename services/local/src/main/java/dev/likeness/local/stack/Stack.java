package dev.likeness.local.stack;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.embedded.StartProgress;
import dev.likeness.local.Refusal;
import dev.likeness.local.instance.Home;
import dev.likeness.local.instance.Secrets;
import dev.likeness.local.instance.Status.ObjectStore;
import dev.likeness.local.instance.Status.Urls;
import dev.likeness.messaging.wire.SchemaRegistration;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectsProperties;
import dev.likeness.objects.minio.MinioObjectStore;
import dev.likeness.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Everything an instance runs, started in order and stopped the other way round. */
public final class Stack implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Stack.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Consumer<String> said;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, String> services = new LinkedHashMap<>();
    private final EmbeddedParts parts;
    private final ServicePorts ports;
    private final Provider provider;
    private final Secrets secrets;

    private Stack(Home home, int port, Consumer<String> said) {
        this.said = said;
        // What a killed instance left running holds the ports that this one wants.
        EmbeddedParts.stopLeftovers(home.parts());
        StablePorts stable = StablePorts.of(home);
        this.ports = stable.services(port);
        this.secrets = Secrets.of(home);
        this.provider = Provider.of(System.getenv(), ports, secrets);
        if (!provider.isSandbox() && provider.owner().isBlank()) {
            throw new Refusal("REPLICATE_API_TOKEN is set but REPLICATE_OWNER is not. Set it to the name of your "
                    + "account there: the models are made under it.");
        }
        this.parts = EmbeddedParts.start(home.parts(), stable.parts(), StartProgress.lines(said));
        running.push(parts);
    }

    /**
     * @param settings given to every service after its own, in the form {@code --name=value}
     * @param said hears a line for everything that has come up
     */
    public static Stack start(Home home, int port, List<String> settings, Consumer<String> said) {
        Stack stack = new Stack(home, port, said);
        try {
            stack.startAll(home, settings);
            return stack;
        } catch (RuntimeException failed) {
            stack.close();
            throw failed;
        }
    }

    private void startAll(Home home, List<String> settings) {
        // Made before the services look for the public half.
        var _ = TokenSigner.in(home.keys(), clock);
        timed("schemas", () -> new SchemaRegistration(URI.create(parts.registry().ccompatUrl())).registerAll());
        makeBuckets();
        if (provider.isSandbox()) {
            timed("sandbox", () -> start(new SpringApplicationBuilder(Sandbox.class)
                    .properties("spring.config.name=sandbox"), sandbox(home), settings));
        }
        Services known = new Services(parts, home, ports, provider);
        for (Services.Service service : known.all()) {
            parts.postgres().createDatabase(service.name());
            timed(service.name(), () -> start(service.application(), known.settings(service), settings));
            services.put(service.name(), ServicePorts.url(service.port()));
        }
    }

    /** A deployment makes them; a service has no right to. */
    private void makeBuckets() {
        ObjectsProperties settings = new Binder(new MapConfigurationPropertySource(
                Map.of("likeness.objects.endpoint", parts.store().endpoint().toString(), "likeness.objects.access-key",
                        parts.store().accessKey(), "likeness.objects.secret-key", parts.store().secretKey())))
                .bind("likeness.objects", ObjectsProperties.class)
                .get();
        MinioObjectStore.connect(settings).ensureBuckets(List.of(Bucket.values())).block();
    }

    private void start(SpringApplicationBuilder application, List<String> own, List<String> settings) {
        List<String> arguments = new java.util.ArrayList<>(own);
        arguments.addAll(settings);
        running.push(application.registerShutdownHook(false)
                .bannerMode(Banner.Mode.OFF)
                .run(arguments.toArray(String[]::new)));
    }

    private List<String> sandbox(Home home) {
        return List.of("--server.address=127.0.0.1", "--server.port=" + ports.sandbox(),
                "--sandbox.token=" + provider.token(), "--sandbox.webhook-secret=" + secrets.webhookSecret(),
                "--sandbox.owner=" + provider.owner(), "--sandbox.data-dir=" + home.provider());
    }

    private void timed(String name, Runnable start) {
        Instant before = clock.instant();
        start.run();
        said.accept(String.format(Locale.ROOT, "%s ready in %.1f s", name,
                Duration.between(before, clock.instant()).toMillis() / 1000.0));
    }

    public Urls urls() {
        return new Urls(URI.create(ServicePorts.url(ports.edge())), parts.kafka().bootstrapServers(),
                parts.registry().ccompatUrl(),
                new ObjectStore(parts.store().endpoint().toString(), parts.store().accessKey(),
                        parts.store().secretKey()),
                parts.postgres().jdbcUrl("") + "?user=" + parts.postgres().user() + "&password="
                        + parts.postgres().password(),
                new dev.likeness.local.instance.Status.Provider(provider.baseUrl(), provider.token(),
                        secrets.webhookSecret(), provider.owner()),
                services);
    }

    /** Stops all; what fails to stop does not keep the rest from stopping. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception failed) {
                log.warn("A part did not stop cleanly", failed);
            }
        }
    }
}
