package dev.likeness.messaging.testing;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** What a service's tests need to run it on the parts that all tests of the JVM share. */
public final class ServiceStand {

    private static final String ISSUER = "https://issuer.test";
    private static final String AUDIENCE = "likeness";

    private final TokenSigner tokens = TokenSigner.random(Clock.systemUTC());
    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final EventProbe probe;
    private final String database;

    /** @param database of the service, made here */
    public ServiceStand(String database) {
        this.database = database;
        parts.postgres().createDatabase(database);
        EventProbe.registerSchemas(parts.registry().ccompatUrl());
        probe = new EventProbe(parts.kafka().bootstrapServers(), parts.registry().url());
    }

    public EventProbe probe() {
        return probe;
    }

    /**
     * As arguments of the service's application.
     *
     * @param more the test's own, each {@code name=value}; they win over what all get
     */
    public String[] settings(String... more) {
        Map<String, String> all = new LinkedHashMap<>(parts.settings(database));
        all.put("server.address", "127.0.0.1");
        all.put("server.port", "0");
        all.put("likeness.access.issuer", ISSUER);
        all.put("likeness.access.audience", AUDIENCE);
        all.put("likeness.access.public-key", publicKey().toString());
        for (String setting : more) {
            int end = setting.indexOf('=');
            all.put(setting.substring(0, end), setting.substring(end + 1));
        }
        return all.entrySet()
                .stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /** A person's token that the service believes. */
    public String token(String userId) {
        return tokens.issue(ISSUER, AUDIENCE, userId, List.of(), Duration.ofMinutes(30));
    }

    public static URI url(ConfigurableApplicationContext service) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private Path publicKey() {
        try {
            Path file = Files.createTempFile(database, ".jwk");
            file.toFile().deleteOnExit();
            return Files.writeString(file, tokens.publicJwk());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
