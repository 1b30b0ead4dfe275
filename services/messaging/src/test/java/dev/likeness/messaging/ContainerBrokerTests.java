package dev.likeness.messaging;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The broker of the compose file, where containers are asked for or a Docker engine answers. */
class ContainerBrokerTests extends BrokerContract {

    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.3.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    @BeforeAll
    static void startWhereContainersRun() {
        String parts = System.getProperty("likeness.parts", "auto");
        assumeTrue(parts.equals("containers")
                || parts.equals("auto") && DockerClientFactory.instance().isDockerAvailable(), "no containers here");
        KAFKA.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.stop();
    }

    @Override
    String bootstrapServers() {
        return KAFKA.getBootstrapServers();
    }
}
