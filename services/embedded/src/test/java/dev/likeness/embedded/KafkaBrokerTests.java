package dev.likeness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerTests {

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAndOffsetsThroughARestartOnOtherPorts() throws Exception {
        try (KafkaBroker broker = start(Durability.PROCESS_CRASH)) {
            KafkaRecords.createTopic(broker, "set-completed");
            KafkaRecords.send(broker, "set-completed", "first");
            assertThat(KafkaRecords.read(broker, "set-completed", "readers", 1)).containsExactly("first");
            KafkaRecords.send(broker, "set-completed", "second");
        }
        try (KafkaBroker broker = start(Durability.POWER_CUT)) {
            KafkaRecords.send(broker, "set-completed", "third");
            assertThat(KafkaRecords.read(broker, "set-completed", "readers", 2)).containsExactly("second", "third");
        }
    }

    @Test
    void createsNoTopicByUse() {
        try (KafkaBroker broker = start(Durability.PROCESS_CRASH)) {
            assertThatThrownBy(() -> KafkaRecords.send(broker, "misspelt", "lost")).hasMessageContaining("misspelt");
        }
    }

    @Test
    void closesTwice() {
        KafkaBroker broker = start(Durability.PROCESS_CRASH);
        broker.close();
        broker.close();
    }

    @Test
    void saysWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> KafkaBroker.start(directory, port, FreePorts.one(), Durability.PROCESS_CRASH))
                    .isInstanceOf(PartUnavailable.class)
                    .hasMessage("Port " + port + ", meant for Kafka, is in use by another program. "
                            + "Stop that program or choose another port.");
        }
    }

    private KafkaBroker start(Durability durability) {
        List<Integer> ports = FreePorts.some(2);
        return KafkaBroker.start(directory.resolve("kafka"), ports.get(0), ports.get(1), durability);
    }
}
