package dev.likeness.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server (zonky's binaries) on a data directory that stays. It takes connections over
 * 127.0.0.1 with a password (SCRAM), random per data directory. PostgreSQL refuses to run as root;
 * there it is started in a user namespace of its own ({@code unshare -U}), as an ordinary user it
 * needs nothing.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
    private static final String ROLE = "likeness";
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

    private final Path data;
    private final int port;
    private final String password;
    private final EmbeddedPostgres server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PostgresServer(Path data, int port, String password, EmbeddedPostgres server) {
        this.data = data;
        this.port = port;
        this.password = password;
        this.server = server;
    }

    /**
     * Returns when it takes connections; a server that an earlier, killed instance left running there
     * is stopped first.
     */
    public static PostgresServer start(Path directory, int port, Durability durability) {
        Path data = directory.resolve("data");
        Path initialised = directory.resolve("initialised");
        Path logFile = directory.resolve("postgres.log");
        try {
            OwnerOnly.directory(directory);
            PostgresLeftovers.clear(data);
            FreePorts.requireFree(port, "PostgreSQL");
            Files.deleteIfExists(logFile);
            boolean fresh = Files.notExists(initialised);
            if (fresh) {
                // An earlier first start may have been cut off in the middle; nobody has stored anything before it ended.
                Directories.delete(data);
            }
            String password = OwnerOnly.secret(directory.resolve("password"));
            EmbeddedPostgres server = PostgresSetup.builder(data, port, password, durability, logFile).start();
            PostgresServer started = new PostgresServer(data, port, password, server);
            if (fresh) {
                started.secure(initialised);
            }
            return started;
        } catch (IOException | SQLException | IllegalStateException e) {
            PostgresLeftovers.clear(data);
            throw new PartUnavailable("PostgreSQL didn't start on its data in " + data + ": " + e.getMessage() + ". "
                    + PostgresSetup.adviceAsRoot() + LogTail.of(logFile), e);
        }
    }

    /** Creates the database, owned by {@link #user()}, unless it is there already. */
    public void createDatabase(String name) {
        if (!DATABASE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A database name is a lower-case letter, then letters, digits, - and _, not \""
                            + name + "\".");
        }
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\" OWNER " + ROLE);
            log.info("created database {}", name);
        } catch (SQLException e) {
            // duplicate_database, or unique_violation when two callers create it at the same moment
            if (!"42P04".equals(e.getSQLState()) && !"23505".equals(e.getSQLState())) {
                throw new PartUnavailable("The database " + name + " can't be created: " + e.getMessage(), e);
            }
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The owner of the databases, not a superuser. */
    public String user() {
        return ROLE;
    }

    public String password() {
        return password;
    }

    /** Ends all sessions, writes a checkpoint and stops. Repeatable. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.close();
            } catch (IOException e) {
                throw new PartUnavailable("PostgreSQL didn't stop cleanly: " + e.getMessage(), e);
            } finally {
                // pg_ctl is given 5 s by the library, which then only logs.
                PostgresLeftovers.clear(data);
            }
        }
    }

    private void secure(Path initialised) throws SQLException, IOException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + password + "'");
            statement.execute("CREATE ROLE " + ROLE + " LOGIN CREATEDB PASSWORD '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128 scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        }
        Files.createFile(initialised);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), "postgres", password);
    }
}
