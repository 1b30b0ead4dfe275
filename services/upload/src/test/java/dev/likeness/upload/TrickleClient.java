package dev.likeness.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A connection so bad that one kilobyte of a photo goes through it each second. */
final class TrickleClient implements AutoCloseable {

    private static final int PIECE = 102;
    private static final int MILLIS_A_PIECE = 100;

    private final Socket socket;
    private final ScheduledExecutorService pump = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private TrickleClient(Socket socket) {
        this.socket = socket;
    }

    static TrickleClient put(Client person, String url, int length) {
        try {
            var client = new TrickleClient(new Socket(person.edge().getHost(), person.edge().getPort()));
            client.socket.setSoTimeout(30_000);
            OutputStream out = client.socket.getOutputStream();
            out.write(("PUT " + url + " HTTP/1.1\r\nHost: edge\r\nAuthorization: Bearer " + person.token()
                    + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            var _ = client.pump.scheduleAtFixedRate(() -> client.send(out), 0, MILLIS_A_PIECE, TimeUnit.MILLISECONDS);
            return client;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    // Goes on whatever is answered: only the other end can end it.
    private void send(OutputStream out) {
        try {
            out.write(new byte[PIECE]);
        } catch (IOException closed) {
            pump.shutdown();
        }
    }

    /** All that is answered until the other end closes the connection. */
    String answer() {
        var answer = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.write(next);
            }
        } catch (IOException reset) {
            answer.writeBytes((" (" + reset.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        pump.shutdownNow();
        socket.close();
    }
}
