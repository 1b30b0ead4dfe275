package dev.likeness.objects.minio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.objects.CountedBuffers;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Sinks;

class InflowTests {

    private final CountedBuffers buffers = new CountedBuffers();
    private final Sinks.Many<DataBuffer> source = Sinks.many().unicast().onBackpressureBuffer();
    private final AtomicLong asked = new AtomicLong();
    private final Inflow inflow = Inflow.of(source.asFlux().doOnRequest(asked::addAndGet));

    @AfterEach
    void releasesEverything() {
        inflow.close();
        assertThat(buffers.held()).isZero();
    }

    @Test
    void takesWhatIsThereWithoutWaitingForMore() throws Exception {
        send("abc");
        send("def");
        byte[] bytes = new byte[5];

        assertThat(inflow.read(bytes)).isEqualTo(5);
        assertThat(bytes).asString(US_ASCII).isEqualTo("abcde");
        assertThat(inflow.read(bytes)).isEqualTo(1);
        source.tryEmitComplete().orThrow();
        assertThat(inflow.read(bytes)).isZero();
        assertThat(inflow.read(bytes)).isZero();
    }

    @Test
    void failsOnceAllThatCameBeforeIsRead() throws Exception {
        send("abc");
        source.tryEmitError(new IllegalStateException("gone")).orThrow();

        assertThat(inflow.read(new byte[5])).isEqualTo(3);
        assertThatThrownBy(() -> inflow.read(new byte[5])).isInstanceOfSatisfying(Inflow.Failed.class,
                failed -> assertThat(failed.failure()).hasMessage("gone"));
    }

    @Test
    void asksForALittleAhead() throws Exception {
        assertThat(asked).hasValue(4);
        for (int piece = 0; piece < 4; piece++) {
            send("x");
        }

        assertThat(inflow.read(new byte[1])).isEqualTo(1);
        assertThat(asked).hasValue(4);
        assertThat(inflow.read(new byte[1])).isEqualTo(1);
        assertThat(asked).hasValue(6);
    }

    @Test
    void wakesWhoWaitsWhenItIsAborted() {
        CompletableFuture<Integer> waiting = new CompletableFuture<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                waiting.complete(inflow.read(new byte[5]));
            } catch (Inflow.Failed | InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);

        inflow.abort();

        assertThat(waiting.join()).isZero();
    }

    @Test
    void waitsAsleepThoughALockLeftAPermitBehind() {
        Thread reader = Thread.ofVirtual().start(() -> {
            LockSupport.unpark(Thread.currentThread());
            try {
                assertThat(inflow.read(new byte[5])).isZero();
            } catch (Inflow.Failed | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);

        inflow.abort();
        await().until(() -> !reader.isAlive());
    }

    @Test
    void releasesWhatNobodyReads() {
        send("abc");
        send("def");
    }

    private void send(String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        source.tryEmitNext(Objects.requireNonNull(buffers.of(bytes, bytes.length).blockFirst())).orThrow();
    }
}
