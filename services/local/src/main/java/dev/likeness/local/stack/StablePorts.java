package dev.likeness.local.stack;

import dev.likeness.embedded.FreePorts;
import dev.likeness.embedded.Ports;
import dev.likeness.local.instance.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The same ports at every start, as far as nobody else has taken them since: an address handed out
 * before a crash, such as that of a ZIP the provider has yet to fetch, still leads there after it.
 */
final class StablePorts {

    private static final int COUNT = 11;

    private final List<Integer> ports;

    private StablePorts(List<Integer> ports) {
        this.ports = ports;
    }

    static StablePorts of(Home home) {
        Path file = home.ports();
        try {
            List<Integer> known = Files.exists(file)
                    ? Arrays.stream(Files.readString(file).trim().split(" ")).map(Integer::valueOf).toList()
                    : List.of();
            List<Integer> usable = known.size() == COUNT && known.stream().allMatch(FreePorts::isFree)
                    ? known
                    : FreePorts.some(COUNT);
            Files.writeString(file, usable.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            return new StablePorts(usable);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Ports parts() {
        return new Ports(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
    }

    ServicePorts services(int edge) {
        return new ServicePorts(edge, ports.get(6), ports.get(7), ports.get(8), ports.get(9), ports.get(10));
    }
}
