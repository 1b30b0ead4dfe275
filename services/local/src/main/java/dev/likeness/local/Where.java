package dev.likeness.local;

import dev.likeness.local.instance.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which instance a command is about. */
final class Where {

    private static final int MAX_PORT = 65_535;

    @Option(names = "--data", paramLabel = "DIR", description = "Where its data are (default: ~/.likeness).")
    private Path data = Path.of(System.getProperty("user.home"), ".likeness");

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "Where its edge listens, on 127.0.0.1 (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    Home home() {
        return Home.at(data);
    }

    int port() {
        if (port < 1 || port > MAX_PORT) {
            throw new Refusal("A port is from 1 to " + MAX_PORT + ", not " + port + ".");
        }
        return port;
    }
}
