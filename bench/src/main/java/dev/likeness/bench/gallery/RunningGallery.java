package dev.likeness.bench.gallery;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.gallery.Gallery;
import dev.likeness.messaging.wire.SchemaRegistration;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is, on the embedded parts, and a client of one person. */
final class RunningGallery implements AutoCloseable {

    private static final String DATABASE = "gallery";
    private static final String ISSUER = "https://issuer.bench";
    private static final String AUDIENCE = "likeness";

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final TokenSigner tokens = TokenSigner.random(Clock.systemUTC());
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext context;
    private final String token;

    RunningGallery(String userId) throws IOException {
        parts.postgres().createDatabase(DATABASE);
        new SchemaRegistration(URI.create(parts.registry().ccompatUrl())).registerAll();
        Path key = Files.writeString(Files.createTempFile("gallery-bench", ".jwk"), tokens.publicJwk());
        Map<String, String> settings = new LinkedHashMap<>(parts.settings(DATABASE));
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("likeness.access.issuer", ISSUER);
        settings.put("likeness.access.audience", AUDIENCE);
        settings.put("likeness.access.public-key", key.toString());
        context = Gallery.application()
                .run(settings.entrySet()
                        .stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        store().ensureBuckets(List.of(Bucket.values())).block();
        token = tokens.issue(ISSUER, AUDIENCE, userId, List.of(), Duration.ofHours(2));
    }

    ObjectStore store() {
        return context.getBean(ObjectStore.class);
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(parts.postgres().jdbcUrl(DATABASE), parts.postgres().user(),
                parts.postgres().password());
    }

    /** The answer's bytes; anything but 200 is an error. */
    byte[] get(String path) throws IOException, InterruptedException {
        return answer(path, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** How many bytes came, none of them kept. */
    long drain(String path) throws IOException, InterruptedException {
        try (InputStream body = answer(path, HttpResponse.BodyHandlers.ofInputStream())) {
            byte[] piece = new byte[64 * 1024];
            long all = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                all += read;
            }
            return all;
        }
    }

    private <T> T answer(String path, HttpResponse.BodyHandler<T> handler) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:"
                        + context.getEnvironment().getRequiredProperty("local.server.port") + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<T> response = http.send(request, handler);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
