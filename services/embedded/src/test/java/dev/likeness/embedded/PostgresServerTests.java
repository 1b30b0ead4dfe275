package dev.likeness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    @TempDir
    Path directory;

    @Test
    void keepsDataAndPasswordThroughARestartOnAnotherPort() throws Exception {
        String password;
        try (PostgresServer server = start(Durability.PROCESS_CRASH)) {
            password = server.password();
            server.createDatabase("upload");
            server.createDatabase("upload");
            sql(server, "CREATE TABLE photo AS SELECT 'held' AS state");
        }
        try (PostgresServer server = start(Durability.POWER_CUT)) {
            assertThat(server.password()).isEqualTo(password);
            assertThat(query(server, "SELECT state FROM photo")).isEqualTo("held");
        }
    }

    @Test
    void forcesCommitsToTheDiskWhereAPowerCutMatters() throws Exception {
        try (PostgresServer server = start(Durability.POWER_CUT)) {
            server.createDatabase("upload");
            assertThat(query(server, "SHOW fsync")).isEqualTo("on");
            assertThat(query(server, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(server, "SHOW max_connections")).isEqualTo("200");
        }
    }

    @Test
    void wantsThePasswordAndGivesNoSuperuser() throws Exception {
        try (PostgresServer server = start(Durability.PROCESS_CRASH)) {
            server.createDatabase("upload");
            assertThatThrownBy(
                    () -> DriverManager.getConnection(server.jdbcUrl("upload"), server.user(), "guess").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(query(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).isEqualTo("f");
        }
    }

    @Test
    void beginsAgainAfterAFirstStartThatWasCutOff() throws Exception {
        Path halfMade = Files.createDirectories(directory.resolve("data"));
        Files.writeString(halfMade.resolve("postgresql.conf"), "cut off");
        try (PostgresServer server = start(Durability.PROCESS_CRASH)) {
            server.createDatabase("upload");
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void neverTouchesAStrangerWithTheNoteOfItsProcessId() throws Exception {
        start(Durability.PROCESS_CRASH).close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(directory.resolve("data/postmaster.pid"), stranger.pid() + "\n" + directory + "\n");
            start(Durability.PROCESS_CRASH).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void refusesADatabaseNameThatNeedsQuoting() {
        try (PostgresServer server = start(Durability.PROCESS_CRASH)) {
            assertThatIllegalArgumentException().isThrownBy(() -> server.createDatabase("a\"; DROP DATABASE b"));
            server.close();
        }
    }

    private PostgresServer start(Durability durability) {
        return PostgresServer.start(directory, FreePorts.one(), durability);
    }

    private static void sql(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("upload"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("upload"), server.user(), server.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }
}
