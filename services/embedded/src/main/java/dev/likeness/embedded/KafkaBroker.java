package dev.likeness.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kafka node, broker and KRaft controller, inside this JVM. Topics are never created by use.
 * Its data stay in the given directory; the ports may differ at the next start.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaBroker.class);
    private static final int NODE_ID = 1;

    private final int port;
    private final KafkaRaftServer server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private KafkaBroker(int port, KafkaRaftServer server) {
        this.port = port;
        this.server = server;
    }

    /** Returns when the broker takes requests: 1 to 2 s, and up to 3 s more after a kill -9. */
    public static KafkaBroker start(Path directory, int port, int controllerPort, Durability durability) {
        FreePorts.requireFree(port, "Kafka");
        FreePorts.requireFree(controllerPort, "Kafka's controller");
        explainHalts();
        try {
            Properties properties = properties(directory, port, controllerPort, durability);
            format(directory);
            KafkaConfig config = new KafkaConfig(properties, false);
            return new KafkaBroker(port, startUp(new KafkaRaftServer(config, Time.SYSTEM)));
        } catch (Exception e) {
            throw new PartUnavailable("Kafka didn't start on its data in " + directory + ": " + e.getMessage()
                    + ". If its files are damaged, move that directory away; events not yet handled are then lost.", e);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /**
     * Hands over leadership, flushes and closes; the next start then finds nothing to recover.
     * Repeatable.
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static KafkaRaftServer startUp(KafkaRaftServer server) {
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            // Its controller may run already, on threads that would keep this JVM alive.
            server.shutdown();
            throw e;
        }
    }

    private static void explainHalts() {
        Exit.setHaltProcedure((status, message) -> {
            log.error("Kafka can't go on and ends this program, mostly because its disk is full or failing; the error "
                    + "before this line says which. Make room on the disk and start again: nothing acknowledged is lost");
            Runtime.getRuntime().halt(status);
        });
    }

    private static void format(Path directory) throws Exception {
        OwnerOnly.directory(directory);
        if (isFormatted(directory)) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter().setPrintStream(nowhere)
                    .setNodeId(NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .setDirectories(List.of(directory.toString()))
                    .setIgnoreFormatted(true)
                    .run();
        }
        log.info("formatted a new Kafka data directory");
    }

    private static Properties properties(Path directory, int port, int controllerPort, Durability durability)
            throws IOException {
        Properties properties = new Properties();
        try (var settings = KafkaBroker.class.getResourceAsStream("kafka.properties")) {
            if (settings == null) {
                throw new IOException("kafka.properties is missing from the jar");
            }
            properties.load(settings);
        }
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        properties.setProperty("node.id", Integer.toString(NODE_ID));
        properties.setProperty("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.setProperty("listeners", broker + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", broker);
        properties.setProperty("log.dirs", directory.toString());
        if (wasKilled(directory)) {
            // The new broker is let in only when the session of the dead one has ended, by default after 9 s. Not so
            // short otherwise: on a busy machine late heartbeats would shut a healthy broker out.
            properties.setProperty("broker.session.timeout.ms", "2500");
            properties.setProperty("broker.heartbeat.interval.ms", "500");
        }
        properties.setProperty("log.flush.interval.messages", Long.toString(durability.flushIntervalMessages()));
        return properties;
    }

    /** Kafka leaves its mark behind when it closes and removes it when it opens. */
    private static boolean wasKilled(Path directory) {
        return isFormatted(directory) && Files.notExists(directory.resolve(".kafka_cleanshutdown"));
    }

    /** The formatter writes this file last, so a half-formatted directory is simply formatted again. */
    private static boolean isFormatted(Path directory) {
        return Files.exists(directory.resolve("meta.properties"));
    }
}
