package dev.likeness.embedded;

import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A JVM of its own that starts everything, writes one thing to each part, says so and waits to be
 * killed.
 */
final class DoomedInstance {

    private static final String WRITTEN = "written ";

    private DoomedInstance() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedParts parts = EmbeddedParts.start(Path.of(arguments[0]), Ports.free(),
                StartProgress.lines(System.out::println));
        KafkaRecords.createTopic(parts.kafka(), "kept");
        KafkaRecords.send(parts.kafka(), "kept", "written");
        parts.postgres().createDatabase("kept");
        try (Connection connection = connect(parts); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 'written' AS state");
        }
        try (MinioClient client = client(parts)) {
            client.makeBucket(MakeBucketArgs.builder().bucket("kept").build());
            client.putObject(PutObjectArgs.builder()
                    .bucket("kept")
                    .object("state")
                    .stream(new ByteArrayInputStream("written".getBytes(StandardCharsets.UTF_8)), 7L, -1L)
                    .build());
        }
        System.out.println(WRITTEN + RegistryClient.register(parts.registry()));
        // Until the kill; or until the test ends without one, which closes the pipe.
        Runtime.getRuntime().exit(System.in.read());
    }

    static Process spawn(Path directory) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home", ""), "bin", "java").toString(), "-Xmx512m",
                "-D" + SchemaRegistry.HOME_PROPERTY + "=" + System.getProperty(SchemaRegistry.HOME_PROPERTY), "-cp",
                System.getProperty("java.class.path", ""), DoomedInstance.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The registry's answer to the registration, once everything is written. */
    static String awaitWritten(BufferedReader output) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(WRITTEN)) {
                return line.substring(WRITTEN.length());
            }
        }
        throw new IllegalStateException("The instance ended before it had written anything.");
    }

    /** What Kafka, PostgreSQL and the store give back. */
    static List<String> readBack(EmbeddedParts parts) throws Exception {
        List<String> records = KafkaRecords.read(parts.kafka(), "kept", "readers", 1);
        try (Connection connection = connect(parts);
                var rows = connection.createStatement().executeQuery("SELECT state FROM kept");
                MinioClient client = client(parts);
                var object = client.getObject(GetObjectArgs.builder().bucket("kept").object("state").build())) {
            rows.next();
            return List.of(records.getFirst(), rows.getString(1),
                    new String(object.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /**
     * The registry, which is a child, and PostgreSQL, which makes itself independent but names its
     * directory.
     */
    static List<ProcessHandle> started(Process doomed, Path directory) {
        String data = directory.resolve("postgres").toString();
        Stream<ProcessHandle> postgres = ProcessHandle.allProcesses()
                .filter(
                        process -> process.info().commandLine().filter(line -> line.contains(data)).isPresent());
        return Stream.concat(doomed.children(), postgres).toList();
    }

    private static Connection connect(EmbeddedParts parts) throws SQLException {
        return DriverManager.getConnection(parts.postgres().jdbcUrl("kept"), parts.postgres().user(),
                parts.postgres().password());
    }

    private static MinioClient client(EmbeddedParts parts) {
        return MinioClient.builder()
                .endpoint(parts.store().endpoint().toString())
                .credentials(parts.store().accessKey(), parts.store().secretKey())
                .build();
    }
}
