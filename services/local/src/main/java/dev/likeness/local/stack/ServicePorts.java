package dev.likeness.local.stack;

/** Where the services listen, all on 127.0.0.1; the edge's is the person's choice. */
record ServicePorts(int edge, int validation, int training, int generation, int gallery, int sandbox) {

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }
}
