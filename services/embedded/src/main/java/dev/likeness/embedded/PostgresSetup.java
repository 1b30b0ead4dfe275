package dev.likeness.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** How PostgreSQL is set up: small, on 127.0.0.1, the same on every machine. */
final class PostgresSetup {

    private static final Duration START_DEADLINE = Duration.ofSeconds(60);

    private PostgresSetup() {}

    static EmbeddedPostgres.Builder builder(Path data, int port, String password, Durability durability, Path logFile) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_DEADLINE)
                .setConnectConfig("password", password)
                // Appended, not piped: with our JVM killed, a pipe would break under the server.
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        binaries(builder, data);
        locale(builder);
        server(builder, durability);
        return builder;
    }

    /** What to do where PostgreSQL can't be started as root; empty for ordinary users. */
    static String adviceAsRoot() {
        return "root".equals(System.getProperty("user.name"))
                ? "It can't run as root where `unshare -U id` fails (as in some containers): run as an ordinary user there. "
                : "";
    }

    private static void binaries(EmbeddedPostgres.Builder builder, Path data) {
        // Not under /tmp, where others could lay programs ready for us, and where they are swept away.
        Path cache = Path.of(System.getProperty("user.home", ""), ".cache", "likeness", "postgres");
        try {
            OwnerOnly.directory(cache);
            builder.setOverrideWorkingDirectory(cache.toFile());
        } catch (IOException e) {
            // A user without a home.
            builder.setOverrideWorkingDirectory(data.resolveSibling("binaries").toFile());
        }
    }

    private static void locale(EmbeddedPostgres.Builder builder) {
        // Built into PostgreSQL: the order of strings doesn't depend on what the machine has installed.
        builder.setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
    }

    private static void server(EmbeddedPostgres.Builder builder, Durability durability) {
        // The library switches fsync off; what comes later on the command line wins.
        builder.setServerConfig("fsync", durability == Durability.POWER_CUT ? "on" : "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("io_method", "sync")
                .setServerConfig("jit", "off")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC");
    }
}
