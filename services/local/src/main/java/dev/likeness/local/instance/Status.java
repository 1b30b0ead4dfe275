package dev.likeness.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running instance and where its parts answer.
 *
 * @param mark the JVM that it is
 * @param urls what {@code status --json} prints
 */
public record Status(ProcessMark mark, Urls urls) {

    /**
     * @param registry the Confluent-compatible API
     * @param postgres the server and its credentials; a database's name goes before the question mark
     */
    public record Urls(URI edge, String kafka, String registry, ObjectStore objectStore, String postgres,
            Provider provider, Map<String, String> services) {}

    public record ObjectStore(String endpoint, String accessKey, String secretKey) {}

    public record Provider(String baseUrl, String token, String webhookSecret, String owner) {}

    /** The instance on this data directory, if one runs and its edge answers. */
    public static Optional<Status> running(Home home) {
        return recorded(home).filter(status -> status.mark.lives()).filter(Status::answers);
    }

    /**
     * The last instance that was ready here, whatever became of it; nothing where what is written is
     * damaged.
     */
    private static Optional<Status> recorded(Home home) {
        try {
            return Files.exists(home.status())
                    ? Optional.of(JsonMapper.shared().readValue(Files.readString(home.status()), Status.class))
                    : Optional.empty();
        } catch (JacksonException damaged) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean answers() {
        return Probe.statusOf(urls.edge()).isPresent();
    }

    /** Written when all is ready, so that its presence beside a living process says just that. */
    public void write(Home home) {
        Files0600.write(home.status(), JsonMapper.shared().writeValueAsString(this));
    }
}
