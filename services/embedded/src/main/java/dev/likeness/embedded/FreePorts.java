package dev.likeness.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Loopback ports that nothing listens on. */
public final class FreePorts {

    private FreePorts() {}

    /** One free port; another program may take it before it is used, so use it soon. */
    public static int one() {
        return some(1).getFirst();
    }

    /** So many free ports, all different. */
    public static List<Integer> some(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(bind(0));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on 127.0.0.1.", e);
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    /** Whether nothing listens on the loopback port now. */
    public static boolean isFree(int port) {
        try {
            release(bind(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Throws {@link PartUnavailable} with advice when something already listens on the port. */
    static void requireFree(int port, String part) {
        if (!isFree(port)) {
            throw new PartUnavailable("Port " + port + ", meant for " + part + ", is in use by another program. "
                    + "Stop that program or choose another port.");
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // Connections of a broker that was just killed linger in TIME_WAIT and must not count as "in use".
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return socket;
        } catch (IOException e) {
            release(socket);
            throw e;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
