package dev.likeness.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Apicurio Registry, its own application in a child JVM (256 MB heap at most), with its schemas in
 * the database {@code registry}: ids survive restarts. The child ends with {@link #close()}; one
 * left over by a kill -9 is ended by the next start.
 */
public final class SchemaRegistry implements AutoCloseable {

    /** System property: the directory where Apicurio's application is unpacked. */
    public static final String HOME_PROPERTY = "likeness.apicurio.home";

    private static final String DATABASE = "registry";
    private static final Duration START_DEADLINE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);

    private final int port;
    private final ChildProcess process;

    private SchemaRegistry(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Returns when it answers.
     *
     * @param directory for its log and process note
     * @param home the unpacked application
     */
    public static SchemaRegistry start(Path directory, Path home, PostgresServer postgres, int port,
            int managementPort) {
        Path jar = home.resolve("quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new PartUnavailable(
                    "The schema registry isn't unpacked in " + home + ". Build services/embedded, or set -D"
                            + HOME_PROPERTY + " to where it is.");
        }
        Path logFile = directory.resolve("registry.log");
        try {
            OwnerOnly.directory(directory);
            clearLeftover(directory);
            FreePorts.requireFree(port, "the schema registry");
            FreePorts.requireFree(managementPort, "the schema registry's management");
            postgres.createDatabase(DATABASE);
            ProcessBuilder command = command(jar, directory, logFile);
            command.environment().putAll(environment(postgres, port, managementPort));
            ChildProcess process = ChildProcess.start(command, note(directory));
            awaitReady(process, managementPort, logFile);
            return new SchemaRegistry(port, process);
        } catch (IOException e) {
            throw new PartUnavailable("The schema registry didn't start: " + e.getMessage() + ".", e);
        }
    }

    /** Ends the registry that a killed instance left running in the directory, if any. */
    static void clearLeftover(Path directory) {
        ChildProcess.clearLeftover(note(directory));
    }

    /** Apicurio's own API, for its serde. */
    public String url() {
        return "http://127.0.0.1:" + port + "/apis/registry/v3";
    }

    /** The API of Confluent's registry, version 7; its ids are those of the wire format. */
    public String ccompatUrl() {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    /** Repeatable. */
    @Override
    public void close() {
        process.stop();
    }

    private static Path note(Path directory) {
        return directory.resolve("registry.pid");
    }

    private static ProcessBuilder command(Path jar, Path directory, Path logFile) {
        String java = Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        ProcessBuilder command = new ProcessBuilder(
                List.of(java, "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                        "-jar", jar.toAbsolutePath().toString()))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile.toFile());
        // Options meant for our own JVM: a debugger's port or an agent would stop or slow the child.
        command.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return command;
    }

    private static Map<String, String> environment(PostgresServer postgres, int port, int managementPort) {
        return Map.ofEntries(Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("QUARKUS_LOG_LEVEL", "WARN"),
                // Otherwise each request is a line of its audit log.
                Map.entry("QUARKUS_LOG_CATEGORY__IO_APICURIO__LEVEL", "WARN"),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("APICURIO_STORAGE_KIND", "sql"), Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                Map.entry("APICURIO_DATASOURCE_URL", postgres.jdbcUrl(DATABASE)),
                Map.entry("APICURIO_DATASOURCE_USERNAME", postgres.user()),
                Map.entry("APICURIO_DATASOURCE_PASSWORD", postgres.password()),
                // The defaults, 20 to 100, could take half of the server's connections.
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "2"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10"),
                // Confluent clients then see the same ids (contentId) that the serde writes.
                Map.entry("APICURIO_CCOMPAT_LEGACY_ID_MODE_ENABLED", "false"));
    }

    private static void awaitReady(ChildProcess process, int managementPort, Path logFile) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + START_DEADLINE.toNanos();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!isReady(client, request)) {
                if (process.endsWithin(POLL)) {
                    throw new PartUnavailable(
                            "The schema registry ended while it was starting. " + LogTail.of(logFile));
                }
                if (System.nanoTime() > deadline) {
                    throw new PartUnavailable(
                            "The schema registry wasn't ready after " + START_DEADLINE.toSeconds() + " s. "
                                    + LogTail.of(logFile));
                }
            }
        } catch (PartUnavailable e) {
            process.stop();
            throw e;
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartUnavailable("Interrupted while the schema registry was starting.", e);
        }
    }
}
