package dev.likeness.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.likeness.person.Space;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Mono;

/** What tests of a store do again and again, each in a space of its own. */
public abstract class ObjectStoreSteps {

    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    protected final Space space = Space.random(new SecureRandom());
    protected final CountedBuffers buffers = new CountedBuffers();
    protected final ObjectKey key = ObjectKey.random(Bucket.SELFIES, space);

    protected abstract ObjectStore store();

    @BeforeEach
    void haveBuckets() {
        done(store().ensureBuckets(List.of(Bucket.SELFIES, Bucket.GALLERY)));
    }

    @AfterEach
    void giveBackEveryBuffer() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(buffers.held()).isZero());
    }

    protected static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    protected void put(ObjectKey at, byte[] bytes) {
        done(store().put(at, buffers.of(bytes, 8192), bytes.length, "image/jpeg"));
    }

    protected byte[] read(ObjectKey at) {
        return DataBufferUtils.join(store().get(at)).map(joined -> {
            byte[] bytes = new byte[joined.readableByteCount()];
            joined.read(bytes);
            DataBufferUtils.release(joined);
            return bytes;
        }).blockOptional(PATIENCE).orElseGet(() -> new byte[0]);
    }

    protected ObjectInfo info(ObjectKey at) {
        return store().stat(at).blockOptional(PATIENCE).orElseThrow();
    }

    protected List<ObjectKey> names(Bucket bucket, Space in) {
        return store().list(bucket, in.value() + "/").collectList().blockOptional(PATIENCE).orElseThrow();
    }

    protected void assertAbsent(ObjectKey at) {
        assertThat(store().stat(at).blockOptional(PATIENCE)).isEmpty();
    }

    protected static void done(Mono<? extends @Nullable Object> work) {
        var _ = work.blockOptional(PATIENCE);
    }

    protected static boolean arrives(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
