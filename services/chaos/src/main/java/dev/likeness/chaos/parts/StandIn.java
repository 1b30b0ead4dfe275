package dev.likeness.chaos.parts;

import dev.likeness.sandbox.Sandbox;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** The provider's stand-in. What it accepted stays on its disk, whoever dies. */
public final class StandIn implements AutoCloseable {

    static final String TOKEN = "r8_chaos";
    static final String WEBHOOK_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration START = Duration.ofMinutes(5);

    private final int port;
    private final List<String> settings;
    private final Path log;
    private Child child;

    StandIn(Path directory, int port, Duration training, Path log) {
        this.port = port;
        this.settings = List.of("--server.port=" + port, "--server.address=127.0.0.1", "--sandbox.token=" + TOKEN,
                "--sandbox.webhook-secret=" + WEBHOOK_SECRET, "--sandbox.data-dir=" + directory,
                "--sandbox.training-duration=" + training.toMillis() + "ms");
        this.log = log;
        this.child = launch();
    }

    URI baseUrl() {
        return uri("/v1");
    }

    /** SIGKILL; it is away until {@link #start}. */
    public void kill() {
        child.kill();
    }

    /** Returns when it answers. */
    public void start() {
        if (!child.lives()) {
            child = launch();
        }
        Awaitility.await().atMost(START).pollInSameThread().until(() -> {
            if (!child.lives()) {
                throw new IllegalStateException("The sandbox ended while it started. See " + log);
            }
            return Http.get(uri("/_sandbox/behaviour")).isPresent();
        });
    }

    /** Time is shortened here, so what is allowed in a minute is not the same. */
    void allowHaste() {
        change(Map.of("requestsPerMinute", 100_000));
    }

    /** Replaces the faults in waiting, each as the sandbox reads them. */
    public void faults(List<? extends Map<String, ?>> faults) {
        change(Map.of("faults", faults));
    }

    private void change(Map<String, ?> behaviour) {
        var _ = Http.send("PUT", uri("/_sandbox/behaviour"), behaviour)
                .orElseThrow(() -> new IllegalStateException("The sandbox did not take " + behaviour));
    }

    /** Everything it ever accepted, and the faults that really struck. */
    public JsonNode ledger() {
        return Http.get(uri("/_sandbox/ledger"))
                .orElseThrow(() -> new IllegalStateException("The sandbox shows no ledger"));
    }

    /** A training as the provider's API shows it. */
    public JsonNode training(String id) {
        return Http.get(uri("/v1/trainings/" + id), TOKEN)
                .orElseThrow(() -> new IllegalStateException("The sandbox does not show training " + id));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Child launch() {
        return Child.start(List.of("-Xmx256m"), Sandbox.class.getName(), settings, log);
    }

    @Override
    public void close() {
        child.kill();
    }
}
