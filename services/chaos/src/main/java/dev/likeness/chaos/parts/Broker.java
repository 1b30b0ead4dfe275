package dev.likeness.chaos.parts;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.awaitility.Awaitility;

/** The broker, on the same data and ports however often it is started. */
public final class Broker implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final Path directory;
    private final List<Integer> ports;
    private final Path log;
    private Child child;

    Broker(Path directory, List<Integer> ports, Path log) {
        this.directory = directory;
        this.ports = List.copyOf(ports);
        this.log = log;
        this.child = launch();
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.getFirst();
    }

    /** SIGKILL, and a new one on what the dead one left. */
    public void killAndRestart() {
        child.kill();
        child = launch();
        awaitAnswer();
    }

    private Child launch() {
        return Child.start(List.of("-Xmx256m"), BrokerProcess.class.getName(),
                List.of(directory.toString(), ports.get(0).toString(), ports.get(1).toString()), log);
    }

    /** Returns when it takes requests. */
    void awaitAnswer() {
        Awaitility.await().atMost(START).pollInSameThread().until(this::answers);
    }

    private boolean answers() {
        if (!child.lives()) {
            throw new IllegalStateException("The broker ended while it started. See " + log);
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1000))) {
            return admin.describeCluster().nodes().get().size() == 1;
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        child.kill();
    }
}
