package dev.likeness.embedded;

import java.util.List;

/**
 * Where the parts listen, all on 127.0.0.1 and all different. They may change from one start to the
 * next.
 */
public record Ports(int kafka, int kafkaController, int postgres, int store, int registry, int registryManagement) {

    public Ports {
        List<Integer> all = List.of(kafka, kafkaController, postgres, store, registry, registryManagement);
        for (int port : all) {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("A port lies between 1 and 65535, not " + port + ".");
            }
        }
        if (all.stream().distinct().count() != all.size()) {
            throw new IllegalArgumentException("Each part needs a port of its own, but these repeat: " + all + ".");
        }
    }

    /** Ports that are free now. */
    public static Ports free() {
        List<Integer> free = FreePorts.some(6);
        return new Ports(free.get(0), free.get(1), free.get(2), free.get(3), free.get(4), free.get(5));
    }

    /** Six consecutive ports from the given one on. */
    public static Ports from(int first) {
        return new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 5);
    }
}
