package dev.likeness.objects.minio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.likeness.objects.Bucket;
import dev.likeness.objects.CountedBuffers;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectsProperties;
import dev.likeness.objects.StoreUnavailable;
import dev.likeness.person.Space;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A store that is down, overloaded, slow or wrong. */
class FaultyStoreTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ACCESS_KEY = "access-key-of-test";
    private static final String SECRET_KEY = "secret-key-of-test";

    private interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }

    private final ObjectKey key = ObjectKey.random(Bucket.SELFIES, Space.random(new SecureRandom()));
    private final CountedBuffers buffers = new CountedBuffers();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Answer answer = exchange -> error(exchange, 503, "SlowDown");
    private final HttpServer server;
    private final MinioObjectStore store;

    FaultyStoreTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store = MinioObjectStore.connect(properties("http://127.0.0.1:" + server.getAddress().getPort(), null));
    }

    @BeforeEach
    void listen() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        store.close();
        server.stop(0);
    }

    @Test
    void triesAgainWhatCanBeRepeated() {
        answer = exchange -> {
            if (calls.get() < 3) {
                error(exchange, 503, "SlowDown");
            } else {
                body(exchange, 200, "content");
            }
        };
        assertThat(store.bytes(key, 100).block(PATIENCE)).isEqualTo("content".getBytes(UTF_8));
        assertThat(calls).hasValue(3);
    }

    @Test
    void givesUpAfterAFewAttempts() {
        for (Mono<?> call : List.<Mono<?>>of(store.bytes(key, 10), store.stat(key), store.delete(key),
                store.list(Bucket.SELFIES, "a").collectList(), store.write(key, "a/b", out -> out.write(1)))) {
            calls.set(0);
            assertUnavailable(call);
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void doesNotRepeatWhatCannotBeSentAgain() {
        answer = exchange -> {
            exchange.getRequestBody().readAllBytes();
            error(exchange, 503, "SlowDown");
        };
        assertThatThrownBy(() -> store.put(key, buffers.of(new byte[1000], 100), 1000, "a/b").block(PATIENCE))
                .isInstanceOfSatisfying(StoreUnavailable.class, e -> assertThat(e.code()).isEqualTo("SlowDown"));
        assertThat(calls).hasValue(1);
        await().untilAsserted(() -> assertThat(buffers.held()).isZero());
    }

    @Test
    void doesNotRepeatWhatIsRefused() {
        answer = exchange -> error(exchange, 403, "AccessDenied");
        assertUnavailable(store.bytes(key, 10));
        assertThat(calls).hasValue(1);
    }

    @Test
    void saysWhenAnAnswerBreaksOff() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            throw new IOException("cut");
        };
        assertUnavailable(store.bytes(key, 10_000));
    }

    @Test
    void saysWhenAStoreDoesNotAnswerInTime() {
        CountDownLatch ended = new CountDownLatch(1);
        answer = _ -> {
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertUnavailable(store.stat(key));
        ended.countDown();
    }

    @Test
    void saysWhenNobodyListens() {
        server.stop(0);
        assertUnavailable(store.bytes(key, 10));
        assertUnavailable(store.put(key, buffers.of(new byte[10], 10), 10, "a/b"));
        assertThat(buffers.held()).isZero();
    }

    @Test
    void keepsNoMoreCallsInFlightThanAllowed() {
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        answer = exchange -> {
            most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            inFlight.decrementAndGet();
            body(exchange, 200, "content");
        };
        var all = Flux.range(0, 12).flatMap(_ -> store.bytes(key, 100), 12).collectList().toFuture();
        await().atMost(PATIENCE).untilAtomic(inFlight, is(4));
        go.countDown();

        assertThat(all).succeedsWithin(PATIENCE)
                .asInstanceOf(LIST)
                .hasSize(12);
        assertThat(most).hasValue(4);
    }

    @Test
    void givesThePlaceOfACancelledReadBack() {
        answer = exchange -> body(exchange, 200, "x".repeat(1_000_000));
        for (int i = 0; i < 10; i++) {
            DataBuffer first = store.get(key).blockFirst(PATIENCE);
            assertThat(first).isNotNull();
        }
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        answer = _ -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Disposable waiting = store.get(key).subscribe();
        assertThat(reached(asked)).isTrue();
        waiting.dispose();
        never.countDown();
        answer = exchange -> body(exchange, 200, "content");
        assertThat(Flux.range(0, 4).flatMap(_ -> store.bytes(key, 100), 4).collectList().block(PATIENCE)).hasSize(4);
    }

    @Test
    void signsForTheAddressThatOthersUse() {
        try (MinioObjectStore behind = MinioObjectStore
                .connect(properties("http://store.internal:9000", URI.create("https://s3.example.org")))) {
            URI signed = behind.presignGet(key, Duration.ofMinutes(10)).blockOptional().orElseThrow();
            assertThat(signed.toString()).startsWith("https://s3.example.org/selfies/" + key.name() + "?")
                    .contains("X-Amz-Expires=600")
                    .doesNotContain("internal", SECRET_KEY);
        }
        assertThat(calls).hasValue(0);
    }

    private void assertUnavailable(Mono<?> call) {
        assertThatThrownBy(() -> call.block(PATIENCE)).isInstanceOf(StoreUnavailable.class)
                .hasMessageNotContainingAny(key.name(), ACCESS_KEY, SECRET_KEY, "http", "Signature")
                .hasNoCause();
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        body(exchange, status, "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>"
                + exchange.getRequestURI().getPath() + "</Message></Error>");
    }

    private static void body(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static ObjectsProperties properties(String endpoint, @Nullable URI publicEndpoint) {
        return new ObjectsProperties(URI.create(endpoint), ACCESS_KEY, SECRET_KEY, "us-east-1", publicEndpoint,
                Duration.ofSeconds(1), Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(10), 4,
                Duration.ofSeconds(10), 3,
                Duration.ofMillis(1), DataSize.ofMegabytes(5));
    }
}
