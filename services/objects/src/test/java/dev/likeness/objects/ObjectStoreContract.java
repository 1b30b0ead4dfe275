package dev.likeness.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.likeness.person.Space;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What every store does, whatever is behind it. */
public abstract class ObjectStoreContract extends ObjectStoreSteps {

    @Test
    void keepsWhatWasPut() {
        byte[] bytes = bytes(100_000);
        put(key, bytes);

        assertThat(read(key)).isEqualTo(bytes);
        assertThat(store().bytes(key, bytes.length).block(PATIENCE)).isEqualTo(bytes);
        ObjectInfo info = info(key);
        assertThat(info.size()).isEqualTo(bytes.length);
        assertThat(info.contentType()).isEqualTo("image/jpeg");
        assertThat(info.etag()).isNotBlank().doesNotContain("\"");
    }

    @Test
    void keepsAnEmptyObject() {
        put(key, new byte[0]);

        assertThat(info(key).size()).isZero();
        assertThat(read(key)).isEmpty();
    }

    @Test
    void replacesWhatWasThere() {
        put(key, bytes(1000));
        byte[] newer = bytes(2000);
        put(key, newer);

        assertThat(read(key)).isEqualTo(newer);
    }

    @Test
    void doesNothingBeforeASubscription() {
        Mono<Void> put = store().put(key, buffers.of(bytes(10), 10), 10, "image/jpeg");
        assertThat(store().stat(key).block(PATIENCE)).isNull();
        done(put);
        assertThat(store().stat(key).block(PATIENCE)).isNotNull();
    }

    @Test
    void refusesContentThatIsTooShortAndKeepsNothing() {
        assertThatThrownBy(() -> done(store().put(key, buffers.of(bytes(70_000), 8192), 70_001, "image/jpeg")))
                .isInstanceOfSatisfying(WrongLength.class, e -> {
                    assertThat(e.announcedBytes()).isEqualTo(70_001);
                    assertThat(e.receivedBytes()).isEqualTo(70_000);
                });
        assertAbsent(key);
    }

    @Test
    void refusesContentThatIsTooLongAndKeepsNothing() {
        for (int announced : new int[]{0, 1, 32_768, 69_999}) {
            assertThatThrownBy(() -> done(store().put(key, buffers.of(bytes(70_000), 8192), announced, "image/jpeg")))
                    .isInstanceOfSatisfying(WrongLength.class,
                            e -> assertThat(e.receivedBytes()).isGreaterThan(announced));
            assertAbsent(key);
        }
    }

    @Test
    void keepsTheFormerContentWhenTheNewOneFails() {
        byte[] former = bytes(1000);
        put(key, former);

        assertThatThrownBy(() -> done(store().put(key, buffers.of(bytes(500), 100), 501, "image/jpeg")))
                .isInstanceOf(WrongLength.class);
        assertThatThrownBy(() -> done(store().write(key, "image/jpeg", out -> {
            out.write(bytes(500));
            throw new IOException("the writer's own");
        }))).hasRootCauseMessage("the writer's own");
        assertThat(read(key)).isEqualTo(former);
    }

    @Test
    void passesOnAnErrorOfTheContent() {
        Flux<DataBuffer> broken = buffers.of(bytes(50_000), 1000)
                .concatWith(Flux.error(new IllegalStateException("the sender's own")));

        assertThatThrownBy(() -> done(store().put(key, broken, 60_000, "image/jpeg")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the sender's own");
        assertAbsent(key);
    }

    @Test
    void stopsTheSenderWhenNobodyWaitsForAPut() {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch flowing = new CountDownLatch(1);
        Flux<DataBuffer> endless = buffers.of(bytes(50_000), 1000)
                .concatWith(Flux.never())
                .doOnNext(_ -> flowing.countDown())
                .doOnCancel(() -> cancelled.set(true));

        Disposable put = store().put(key, endless, 60_000, "image/jpeg").subscribe();
        assertThat(arrives(flowing)).isTrue();
        put.dispose();

        await().atMost(PATIENCE).untilTrue(cancelled);
        assertAbsent(key);
    }

    @Test
    void keepsWhatAWriterWrites() {
        byte[] bytes = bytes(12_345_678);
        done(store().write(key, "application/zip", out -> {
            out.write(bytes[0]);
            for (int at = 1; at < bytes.length; at += 1_000_000) {
                out.write(bytes, at, Math.min(1_000_000, bytes.length - at));
            }
        }));

        assertThat(read(key)).isEqualTo(bytes);
        assertThat(info(key).size()).isEqualTo(bytes.length);
        assertThat(info(key).contentType()).isEqualTo("application/zip");
    }

    @Test
    void keepsALittleThatAWriterWrites() {
        done(store().write(key, "application/zip", out -> out.write(new byte[]{1, 2, 3})));

        assertThat(read(key)).containsExactly(1, 2, 3);
        assertThat(info(key).contentType()).isEqualTo("application/zip");
    }

    @Test
    void keepsNothingOfAWriterThatFails() {
        for (int size : new int[]{1000, 6_000_000}) {
            assertThatThrownBy(() -> done(store().write(key, "application/zip", out -> {
                out.write(bytes(size));
                throw new IOException("the writer's own");
            }))).hasRootCauseMessage("the writer's own");
            assertAbsent(key);
        }
    }

    @Test
    void interruptsAWriterWhenNobodyWaits() {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Disposable write = store().write(key, "application/zip", out -> {
            out.write(bytes(6_000_000));
            writing.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        }).subscribe(_ -> {}, _ -> {});
        assertThat(arrives(writing)).isTrue();
        write.dispose();

        assertThat(arrives(interrupted)).isTrue();
        assertAbsent(key);
    }

    @Test
    void saysWhenAnObjectIsMissing() {
        assertThatThrownBy(() -> read(key)).isInstanceOf(ObjectMissing.class).hasMessageNotContaining(key.name());
        assertThatThrownBy(() -> store().bytes(key, 10).block(PATIENCE)).isInstanceOf(ObjectMissing.class);
        assertThatThrownBy(() -> done(store().copy(key, ObjectKey.random(Bucket.GALLERY, space))))
                .isInstanceOf(ObjectMissing.class);
        assertThat(store().stat(key).blockOptional(PATIENCE)).isEmpty();
        done(store().delete(key));
    }

    @Test
    void refusesToHoldMoreThanWasAllowed() {
        put(key, bytes(100_000));

        assertThatThrownBy(() -> store().bytes(key, 99_999).block(PATIENCE)).isInstanceOf(ObjectTooLarge.class);
    }

    @Test
    void sendsNoFasterThanAsked() {
        byte[] bytes = bytes(1_000_000);
        put(key, bytes);
        AtomicLong received = new AtomicLong();

        StepVerifier.create(store().get(key).doOnNext(buffer -> received.addAndGet(buffer.readableByteCount())), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .then(() -> assertThat(received.get()).isBetween(1L, 64L * 1024))
                .thenRequest(2)
                .expectNextCount(2)
                .thenCancel()
                .verify(PATIENCE);
        assertThat(read(key)).isEqualTo(bytes);
    }

    @Test
    void copiesContentAndType() {
        byte[] bytes = bytes(10_000);
        put(key, bytes);
        ObjectKey copy = ObjectKey.random(Bucket.GALLERY, Space.random(new SecureRandom()));
        done(store().copy(key, copy));
        done(store().delete(key));

        assertThat(read(copy)).isEqualTo(bytes);
        assertThat(info(copy).contentType()).isEqualTo("image/jpeg");
        assertAbsent(key);
        done(store().delete(copy));
    }

    @Test
    void emptiesASpaceAndNoOther() {
        Space other = Space.random(new SecureRandom());
        ObjectKey neighbour = ObjectKey.random(Bucket.SELFIES, other);
        ObjectKey elsewhere = ObjectKey.random(Bucket.GALLERY, space);
        for (int i = 0; i < 3; i++) {
            put(ObjectKey.random(Bucket.SELFIES, space), bytes(10));
        }
        put(neighbour, bytes(10));
        put(elsewhere, bytes(10));

        assertThat(store().deleteSpace(Bucket.SELFIES, space).block(PATIENCE)).isEqualTo(3);
        assertThat(names(Bucket.SELFIES, space)).isEmpty();
        assertThat(names(Bucket.SELFIES, other)).containsExactly(neighbour);
        assertThat(names(Bucket.GALLERY, space)).containsExactly(elsewhere);
        assertThat(store().deleteSpace(Bucket.SELFIES, space).block(PATIENCE)).isZero();
        done(store().delete(neighbour));
    }

    @Test
    void listsAndEmptiesMoreThanAPage() {
        List<ObjectKey> keys = Flux.range(0, 1_030)
                .map(_ -> ObjectKey.random(Bucket.SELFIES, space))
                .flatMap(each -> store().put(each, buffers.of(new byte[1], 1), 1, "image/png").thenReturn(each), 16)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(names(Bucket.SELFIES, space)).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(store().deleteSpace(Bucket.SELFIES, space).block(PATIENCE)).isEqualTo(keys.size());
        assertThat(names(Bucket.SELFIES, space)).isEmpty();
    }

    @Test
    void signsForASecondToSevenDays() {
        assertThatThrownBy(() -> store().presignGet(key, Duration.ZERO).block())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().presignGet(key, Duration.ofDays(8)).block())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store().presignGet(key, Duration.ofMinutes(5)).block()).isNotNull();
    }
}
