package dev.likeness.chaos.parts;

import dev.likeness.messaging.CrashPoint;
import dev.likeness.training.TrainingOrchestrator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One instance of the orchestrator: always at the same port, in one process after the other. */
public final class Instance implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final int port;
    private final Map<String, String> settings;
    private final List<String> jvm;
    private final Path log;
    private @Nullable Child child;

    /** @param jvm options beside those that all have */
    Instance(int port, Map<String, String> settings, List<String> jvm, Path log) {
        this.port = port;
        this.settings = settings;
        this.jvm = List.copyOf(jvm);
        this.log = log;
    }

    public boolean lives() {
        return child != null && child.lives();
    }

    /** Starts a process, and does not wait for it. */
    public void launch() {
        launch(List.of());
    }

    /** Starts a process that will end at the point. */
    public void launchToDie(CrashPoint point, int passing) {
        launch(List.of("-D" + CrashPoint.PROPERTY + "=" + point.at(passing)));
    }

    private void launch(List<String> options) {
        List<String> all = new ArrayList<>(jvm);
        all.add("-Xmx384m");
        all.addAll(options);
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port,
                "--training.webhook.url=http://127.0.0.1:" + port + "/webhooks/replicate"));
        settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        child = Child.start(all, TrainingOrchestrator.class.getName(), arguments, log);
    }

    /** Waits until the process that was started takes work. */
    public void awaitReady() {
        Awaitility.await().atMost(START).pollInSameThread().until(() -> {
            if (!lives()) {
                throw new IllegalStateException("The orchestrator ended while it started. See " + log);
            }
            return isReady();
        });
    }

    public boolean isReady() {
        return Http.get(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")).isPresent();
    }

    /** Whether the process ended at its crash point within that time. */
    public boolean diesWithin(Duration patience) {
        return process().endsWithin(patience) && process().exit() == CrashPoint.EXIT;
    }

    /** SIGKILL; no-op for one that is dead. */
    public void kill() {
        if (lives()) {
            process().kill();
        }
    }

    public void freeze() {
        process().freeze();
    }

    public void thaw() {
        process().thaw();
    }

    /** A training as its person sees it. */
    public Optional<JsonNode> training(String id, String token) {
        return Http.get(URI.create("http://127.0.0.1:" + port + "/v1/trainings/" + id), token);
    }

    private Child process() {
        if (child == null) {
            throw new IllegalStateException("The instance was never started");
        }
        return child;
    }

    @Override
    public void close() {
        if (child != null) {
            child.stop();
        }
    }
}
