package dev.likeness.objects.minio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.CountedBuffers;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectsProperties;
import dev.likeness.person.Space;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A store that hangs up on connections which are not used, as all of them do sooner or later. */
class IdleConnectionTests {

    private static final int HANGS_UP_AFTER_MS = 2000;

    private final AtomicInteger ended = new AtomicInteger();
    private final CountedBuffers buffers = new CountedBuffers();

    @Test
    void sendsNothingOnAConnectionThatTheStoreHasClosed() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                MinioObjectStore store = MinioObjectStore.connect(properties(server.getLocalPort()))) {
            Thread.ofVirtual().start(() -> accept(server));

            put(store);
            await().until(() -> ended.get() == 1);
            put(store);

            await().until(() -> ended.get() == 2);
            assertThat(buffers.held()).isZero();
        }
    }

    private void put(MinioObjectStore store) {
        ObjectKey key = ObjectKey.random(Bucket.SELFIES, Space.random(new SecureRandom()));
        store.put(key, buffers.of(new byte[1000], 100), 1000, "image/jpeg").block(Duration.ofSeconds(10));
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connection.setSoTimeout(HANGS_UP_AFTER_MS);
                serve(connection);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) throws IOException {
        InputStream in = new BufferedInputStream(connection.getInputStream());
        try {
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                in.skipNBytes(length(head));
                connection.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
            }
        } catch (SocketTimeoutException idle) {
            connection.close();
        } finally {
            ended.incrementAndGet();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static long length(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                .mapToLong(line -> Long.parseLong(line.substring(15).trim()))
                .findFirst()
                .orElse(0);
    }

    private static ObjectsProperties properties(int port) {
        Duration second = Duration.ofSeconds(1);
        return new ObjectsProperties(URI.create("http://127.0.0.1:" + port), "access-key-of-test", "secret-key-of-test",
                "us-east-1", null, second, second, second, Duration.ofMillis(HANGS_UP_AFTER_MS / 10), 4,
                Duration.ofSeconds(10), 1, Duration.ofMillis(1), DataSize.ofMegabytes(5));
    }
}
