package dev.likeness.local.stack;

import dev.likeness.embedded.FreePorts;
import java.util.List;

/** Where the services listen, all on 127.0.0.1; the edge's is the person's choice. */
record ServicePorts(int edge, int validation, int training, int generation, int gallery, int sandbox) {

    static ServicePorts free(int edge) {
        List<Integer> free = FreePorts.some(5);
        return new ServicePorts(edge, free.get(0), free.get(1), free.get(2), free.get(3), free.get(4));
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
