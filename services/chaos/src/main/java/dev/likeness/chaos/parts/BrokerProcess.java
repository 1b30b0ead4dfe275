package dev.likeness.chaos.parts;

import dev.likeness.embedded.Durability;
import dev.likeness.embedded.KafkaBroker;
import java.nio.file.Path;

/**
 * Kafka in a process of its own, which can be killed. Arguments: directory, port, controller's
 * port.
 */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        var broker = KafkaBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]), Durability.PROCESS_CRASH);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop-broker"));
    }
}
