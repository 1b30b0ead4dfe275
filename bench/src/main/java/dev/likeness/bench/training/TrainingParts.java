package dev.likeness.bench.training;

import dev.likeness.bench.Child;
import dev.likeness.embedded.Durability;
import dev.likeness.embedded.EmbeddedParts;
import dev.likeness.embedded.FreePorts;
import dev.likeness.embedded.PostgresServer;
import dev.likeness.messaging.wire.SchemaRegistration;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The broker, the registry, the store, and a database of its own that counts statements and forces
 * each commit to the disk.
 */
final class TrainingParts {

    static final String DATABASE = "training";

    private TrainingParts() {}

    public static void main(String[] arguments) throws Exception {
        PostgresServer postgres = counting(Path.of(arguments[0]));
        postgres.createDatabase(DATABASE);
        EmbeddedParts parts = EmbeddedParts.shared();
        new SchemaRegistration(URI.create(parts.registry().ccompatUrl())).registerAll();
        Map<String, String> settings = new LinkedHashMap<>(parts.settings(DATABASE));
        settings.put("spring.r2dbc.url", postgres.r2dbcUrl(DATABASE));
        settings.put("spring.r2dbc.password", postgres.password());
        settings.put("spring.flyway.url", postgres.jdbcUrl(DATABASE));
        settings.put("spring.flyway.password", postgres.password());
        Child.serve(settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()).toList(),
                () -> {});
    }

    /** Statements are counted by what is loaded at the server's start, so it is started twice. */
    private static PostgresServer counting(Path directory) throws SQLException {
        int port = FreePorts.one();
        try (PostgresServer first = PostgresServer.start(directory, port, Durability.POWER_CUT);
                Connection connection = root(first.jdbcUrl("postgres"), first.password());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        }
        PostgresServer second = PostgresServer.start(directory, port, Durability.POWER_CUT);
        Runtime.getRuntime().addShutdownHook(new Thread(second::close));
        return second;
    }

    static Connection root(String url, String password) throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }
}
