package dev.likeness.objects.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.ObjectStoreContract;
import dev.likeness.objects.ObjectsProperties;
import io.minio.ListMultipartUploadsArgs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** What a store that is spoken to over HTTP does beyond the contract. */
abstract class S3StoreContract extends ObjectStoreContract {

    static final int PART_BYTES = 5 * 1024 * 1024;

    private final MinioObjectStore store = MinioObjectStore.connect(properties());
    final StreamingClient raw = StreamingClient.connect(properties(), properties().endpoint());

    abstract URI endpoint();

    abstract String accessKey();

    abstract String secretKey();

    @Override
    protected ObjectStore store() {
        return store;
    }

    final ObjectsProperties properties() {
        return new Binder(new MapConfigurationPropertySource(Map.of("likeness.objects.endpoint", endpoint().toString(),
                "likeness.objects.access-key", accessKey(), "likeness.objects.secret-key", secretKey())))
                .bind("likeness.objects", ObjectsProperties.class)
                .get();
    }

    @AfterEach
    void disconnect() {
        raw.close();
        store.close();
    }

    @Test
    void letsTheHolderOfASignedUrlReadAndNobodyElse() throws Exception {
        byte[] bytes = bytes(100_000);
        put(key, bytes);
        URI signed = store().presignGet(key, Duration.ofMinutes(5)).blockOptional().orElseThrow();

        HttpResponse<byte[]> answer = fetch(signed);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");

        String plain = signed.toString().replaceAll("\\?.*", "");
        assertThat(fetch(URI.create(plain)).statusCode()).isEqualTo(403);
        String forged = signed.toString().replaceAll("Signature=....", "Signature=0000");
        assertThat(fetch(URI.create(forged)).statusCode()).isEqualTo(403);
        ObjectKey other = ObjectKey.random(Bucket.SELFIES, space);
        put(other, bytes);
        assertThat(fetch(URI.create(signed.toString().replace(key.random(), other.random()))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void streamsALargeObjectWithAFewBuffersAtATime() {
        byte[] bytes = bytes(40_000_000);
        done(store().put(key, buffers.of(bytes, 16 * 1024), bytes.length, "image/png"));

        assertThat(buffers.mostHeld()).isLessThan(20);
        assertThat(read(key)).isEqualTo(bytes);
    }

    @Test
    void emptiesASpaceOfWhatAKilledWriterLeft() throws Exception {
        PartedWrite killed = new PartedWrite(raw, new StoreCalls(properties()), key, "application/zip", PART_BYTES);
        killed.write(new byte[PART_BYTES + 1]);
        assertThat(names(Bucket.SELFIES, space)).hasSize(1);

        assertThat(store().deleteSpace(Bucket.SELFIES, space).block(PATIENCE)).isEqualTo(1);

        assertThat(names(Bucket.SELFIES, space)).isEmpty();
        ListMultipartUploadsArgs uploads = ListMultipartUploadsArgs.builder()
                .bucket(Bucket.SELFIES.bucketName())
                .prefix(key.name())
                .build();
        assertThat(raw.listMultipartUploads(uploads).get().result().uploads()).isEmpty();
        assertThatThrownBy(killed::finish).isInstanceOf(ObjectMissing.class);
        assertAbsent(key);
    }

    @Test
    void leavesNoMarkOfAWriteThatEnded() {
        done(store().write(key, "application/zip", out -> out.write(new byte[PART_BYTES + 1])));
        assertThat(names(Bucket.SELFIES, space)).containsExactly(key);

        done(store().write(ObjectKey.random(Bucket.SELFIES, space), "application/zip", out -> {
            out.write(new byte[PART_BYTES + 1]);
            throw new IOException("the writer's own");
        }).onErrorResume(_ -> Mono.empty()));
        assertThat(names(Bucket.SELFIES, space)).containsExactly(key);
    }

    @Test
    void keepsNothingOfAWriteThatASweepOvertook() {
        CountDownLatch partSent = new CountDownLatch(1);
        CountDownLatch swept = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        Disposable _ = store().write(key, "application/zip", out -> {
            out.write(new byte[PART_BYTES + 1]);
            partSent.countDown();
            swept.await();
            out.write(new byte[PART_BYTES + 1]);
        }).doFinally(_ -> over.countDown()).subscribe(_ -> {}, failure::set);
        assertThat(arrives(partSent)).isTrue();

        assertThat(store().deleteSpace(Bucket.SELFIES, space).block(PATIENCE)).isPositive();
        swept.countDown();

        assertThat(arrives(over)).isTrue();
        assertThat(failure.get()).isInstanceOf(ObjectMissing.class);
        assertAbsent(key);
    }

    private static HttpResponse<byte[]> fetch(URI uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
        }
    }
}
