package dev.likeness.objects;

import dev.likeness.person.Space;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store for tests that need none of its own: passes the same contract as the real ones. */
public final class InMemoryObjectStore implements ObjectStore {

    private static final int PIECE_BYTES = 32 * 1024;

    private record Stored(byte[] bytes, String contentType) {}

    private final Map<ObjectKey, Stored> objects = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> put(ObjectKey key, Flux<DataBuffer> content, long sizeBytes, String contentType) {
        return Mono.<Void>defer(() -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            return content.doOnNext(buffer -> {
                byte[] bytes = new byte[buffer.readableByteCount()];
                buffer.read(bytes);
                DataBufferUtils.release(buffer);
                all.writeBytes(bytes);
                if (all.size() > sizeBytes) {
                    throw new WrongLength(sizeBytes, all.size());
                }
            }).doOnDiscard(DataBuffer.class, DataBufferUtils::release).then(Mono.fromRunnable(() -> {
                if (all.size() < sizeBytes) {
                    throw new WrongLength(sizeBytes, all.size());
                }
                objects.put(key, new Stored(all.toByteArray(), contentType));
            }));
        });
    }

    @Override
    public Mono<Void> write(ObjectKey key, String contentType, ContentWriter writer) {
        return Mono.create(sink -> {
            Thread thread = Thread.ofVirtual().unstarted(() -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                try {
                    writer.writeTo(all);
                    objects.put(key, new Stored(all.toByteArray(), contentType));
                    sink.success();
                } catch (InterruptedException e) {
                    // Nobody waits any more.
                } catch (IOException | RuntimeException e) {
                    sink.error(e);
                }
            });
            var _ = sink.onCancel(thread::interrupt);
            thread.start();
        });
    }

    @Override
    public Flux<DataBuffer> get(ObjectKey key) {
        return stored(key).flatMapMany(stored -> Flux.fromStream(() -> IntStream
                .iterate(0, at -> at < stored.bytes.length, at -> at + PIECE_BYTES)
                .mapToObj(at -> DefaultDataBufferFactory.sharedInstance.wrap(
                        Arrays.copyOfRange(stored.bytes, at, Math.min(stored.bytes.length, at + PIECE_BYTES))))));
    }

    @Override
    public Mono<byte[]> bytes(ObjectKey key, long maxBytes) {
        return stored(key).map(stored -> {
            if (stored.bytes.length > maxBytes) {
                throw new ObjectTooLarge(key.bucket(), maxBytes);
            }
            return stored.bytes.clone();
        });
    }

    @Override
    public Mono<ObjectInfo> stat(ObjectKey key) {
        return Mono.fromSupplier(() -> Optional.ofNullable(objects.get(key))).flatMap(Mono::justOrEmpty).map(stored -> {
            CRC32 checksum = new CRC32();
            checksum.update(stored.bytes);
            return new ObjectInfo(stored.bytes.length, stored.contentType,
                    HexFormat.of().toHexDigits(checksum.getValue()));
        });
    }

    @Override
    public Mono<Void> copy(ObjectKey from, ObjectKey to) {
        return stored(from).doOnNext(stored -> objects.put(to, stored)).then();
    }

    @Override
    public Mono<Void> delete(ObjectKey key) {
        return Mono.fromRunnable(() -> objects.remove(key));
    }

    @Override
    public Mono<Long> deleteSpace(Bucket bucket, Space space) {
        return list(bucket, space.value() + "/").filter(key -> objects.remove(key) != null).count();
    }

    @Override
    public Flux<ObjectKey> list(Bucket bucket, String prefix) {
        return Flux.defer(() -> Flux.fromStream(objects.keySet()
                .stream()
                .filter(key -> key.bucket() == bucket && key.name().startsWith(prefix))
                .sorted(Comparator.comparing(ObjectKey::name))
                .toList()
                .stream()));
    }

    /** Nothing answers there. */
    @Override
    public Mono<URI> presignGet(ObjectKey key, Duration validFor) {
        if (validFor.toSeconds() < 1 || validFor.toDays() > 7) {
            throw new IllegalArgumentException("A presigned URL is valid for one second to seven days");
        }
        return Mono.just(URI.create("http://objects.invalid/" + key.bucket().bucketName() + "/" + key.name()
                + "?X-Amz-Expires=" + validFor.toSeconds() + "&X-Amz-Signature=0"));
    }

    @Override
    public Mono<Void> ensureBuckets(Collection<Bucket> buckets) {
        return Mono.empty();
    }

    private Mono<Stored> stored(ObjectKey key) {
        return Mono.fromSupplier(() -> {
            Stored stored = objects.get(key);
            if (stored == null) {
                throw new ObjectMissing(key.bucket());
            }
            return stored;
        });
    }
}
