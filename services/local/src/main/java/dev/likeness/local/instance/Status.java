package dev.likeness.local.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running instance and where its parts answer.
 *
 * @param process the JVM's process id
 * @param startedAt when that process started; a process id alone may be another's by now
 * @param urls what {@code status --json} prints
 */
public record Status(long process, Instant startedAt, Urls urls) {

    /**
     * @param registry the Confluent-compatible API
     * @param postgres without a database's name, which each service appends its own to
     */
    public record Urls(URI edge, String kafka, String registry, ObjectStore objectStore, String postgres,
            Provider provider, Map<String, String> services) {}

    public record ObjectStore(String endpoint, String accessKey, String secretKey) {}

    public record Provider(String baseUrl, String token, String webhookSecret, String owner) {}

    /** The instance on this data directory, if one runs. */
    public static Optional<Status> running(Home home) {
        try {
            if (Files.notExists(home.status())) {
                return Optional.empty();
            }
            Status status = JsonMapper.shared().readValue(Files.readString(home.status()), Status.class);
            return status.handle().isPresent() ? Optional.of(status) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Written when all is ready, so that its presence beside a living process says just that. */
    public void write(Home home) {
        Files0600.write(home.status(), JsonMapper.shared().writeValueAsString(this));
    }

    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(alive -> alive.info().startInstant().map(startedAt::equals).orElse(true));
    }

    public static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
