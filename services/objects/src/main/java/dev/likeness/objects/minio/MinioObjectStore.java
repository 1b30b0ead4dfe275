package dev.likeness.objects.minio;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ContentWriter;
import dev.likeness.objects.ObjectInfo;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.ObjectStoreException;
import dev.likeness.objects.ObjectTooLarge;
import dev.likeness.objects.ObjectsProperties;
import dev.likeness.objects.StoreUnavailable;
import dev.likeness.person.Space;
import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsV2Args;
import io.minio.MakeBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.ListBucketResultV2;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The store behind an S3 endpoint. One per service; safe for all threads. */
public final class MinioObjectStore implements ObjectStore, AutoCloseable {

    /** S3 signs for no longer. */
    private static final Duration MAX_PRESIGNED = Duration.ofDays(7);
    private static final int PAGE = 1000;

    private final StreamingClient client;
    private final StreamingClient presigning;
    private final StoreCalls calls;
    private final int partBytes;
    private final ExecutorService readers = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("objects-read").factory());
    private final Scheduler reading = Schedulers.fromExecutorService(readers, "objects");

    private MinioObjectStore(StreamingClient client, StreamingClient presigning, StoreCalls calls, int partBytes) {
        this.client = client;
        this.presigning = presigning;
        this.calls = calls;
        this.partBytes = partBytes;
    }

    /** Opens no connection yet. */
    public static MinioObjectStore connect(ObjectsProperties properties) {
        return new MinioObjectStore(StreamingClient.connect(properties, properties.endpoint()),
                StreamingClient.connect(properties, properties.presignEndpoint()), new StoreCalls(properties),
                Math.toIntExact(properties.partSize().toBytes()));
    }

    @Override
    public Mono<Void> put(ObjectKey key, Flux<DataBuffer> content, long sizeBytes, String contentType) {
        return calls.on(() -> {
            StreamedBody body = new StreamedBody(content, sizeBytes, contentType);
            try {
                return calls.once(key.bucket(), () -> client.put(key.bucket().bucketName(), key.name(), body));
            } catch (InterruptedException e) {
                body.abort();
                throw e;
            } catch (ObjectStoreException e) {
                Throwable ours = body.failure();
                throw ours == null ? e : Exceptions.propagate(ours);
            }
        });
    }

    @Override
    public Mono<Void> write(ObjectKey key, String contentType, ContentWriter writer) {
        return calls.on(() -> {
            PartedWrite write = new PartedWrite(client, calls, key, contentType, partBytes);
            boolean finished = false;
            try {
                writer.writeTo(write);
                write.finish();
                finished = true;
            } finally {
                if (!finished) {
                    write.abandon();
                }
            }
            return null;
        });
    }

    @Override
    public Flux<DataBuffer> get(ObjectKey key) {
        return Download.of(key, client, calls, reading);
    }

    @Override
    public Mono<byte[]> bytes(ObjectKey key, long maxBytes) {
        return get(key).collect(ByteArrayOutputStream::new, (all, piece) -> {
            if (all.size() + piece.readableByteCount() > maxBytes) {
                throw new ObjectTooLarge(key.bucket(), maxBytes);
            }
            byte[] bytes = new byte[piece.readableByteCount()];
            piece.read(bytes);
            all.writeBytes(bytes);
        }).map(ByteArrayOutputStream::toByteArray);
    }

    @Override
    public Mono<ObjectInfo> stat(ObjectKey key) {
        return calls.on(() -> {
            StatObjectArgs args = StatObjectArgs.builder()
                    .bucket(key.bucket().bucketName())
                    .object(key.name())
                    .build();
            StatObjectResponse found = calls.repeatable(key.bucket(), () -> client.statObject(args));
            return new ObjectInfo(found.size(), found.contentType(), found.etag());
        }).onErrorResume(ObjectMissing.class, _ -> Mono.empty());
    }

    @Override
    public Mono<Void> copy(ObjectKey from, ObjectKey to) {
        return calls.on(() -> {
            CopyObjectArgs args = CopyObjectArgs.builder()
                    .bucket(to.bucket().bucketName())
                    .object(to.name())
                    .source(SourceObject.builder().bucket(from.bucket().bucketName()).object(from.name()).build())
                    .build();
            return calls.repeatable(from.bucket(), () -> client.copyObject(args));
        }).then();
    }

    @Override
    public Mono<Void> delete(ObjectKey key) {
        return calls.on(() -> {
            RemoveObjectArgs args = RemoveObjectArgs.builder()
                    .bucket(key.bucket().bucketName())
                    .object(key.name())
                    .build();
            return calls.repeatable(key.bucket(), () -> client.removeObject(args));
        }).onErrorResume(ObjectMissing.class, _ -> Mono.empty());
    }

    @Override
    public Mono<Long> deleteSpace(Bucket bucket, Space space) {
        return calls.on(() -> new SpaceSweep(client, calls, bucket, space).run());
    }

    @Override
    public Flux<ObjectKey> list(Bucket bucket, String prefix) {
        return page(bucket, prefix, null)
                .expand(page -> page.isTruncated() ? page(bucket, prefix, page.nextContinuationToken()) : Mono.empty(),
                        1)
                .concatMapIterable(page -> page.contents()
                        .stream()
                        .flatMap(item -> key(bucket, item.objectName()).stream())
                        .toList());
    }

    private Mono<ListBucketResultV2> page(Bucket bucket, String prefix, @Nullable String from) {
        return calls.on(() -> {
            var args = ListObjectsV2Args.builder()
                    .bucket(bucket.bucketName())
                    .prefix(prefix)
                    .maxKeys(PAGE);
            if (from != null) {
                args.continuationToken(from);
            }
            return calls.repeatable(bucket, () -> client.listObjectsV2(args.build())).result();
        });
    }

    private static Optional<ObjectKey> key(Bucket bucket, String name) {
        try {
            return Optional.of(ObjectKey.in(bucket, name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public Mono<URI> presignGet(ObjectKey key, Duration validFor) {
        if (validFor.toSeconds() < 1 || validFor.compareTo(MAX_PRESIGNED) > 0) {
            throw new IllegalArgumentException(
                    "A presigned URL is valid for one second to seven days, not " + validFor);
        }
        return Mono.fromCallable(() -> URI.create(presigning.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.GET)
                .bucket(key.bucket().bucketName())
                .object(key.name())
                .expiry(Math.toIntExact(validFor.toSeconds()))
                .build()))).onErrorMap(e -> Fault.of(e, key.bucket()).error());
    }

    @Override
    public Mono<Void> ensureBuckets(Collection<Bucket> buckets) {
        return Flux.fromIterable(List.copyOf(buckets)).concatMap(this::ensureBucket).then();
    }

    private Mono<Void> ensureBucket(Bucket bucket) {
        BucketExistsArgs exists = BucketExistsArgs.builder().bucket(bucket.bucketName()).build();
        MakeBucketArgs make = MakeBucketArgs.builder().bucket(bucket.bucketName()).build();
        return calls.on(() -> {
            if (!calls.repeatable(bucket, () -> client.bucketExists(exists))) {
                makeBucket(bucket, make);
            }
            return null;
        });
    }

    /** Another instance may start at the same time. */
    private void makeBucket(Bucket bucket, MakeBucketArgs make) throws InterruptedException {
        try {
            var _ = calls.repeatable(bucket, () -> client.makeBucket(make));
        } catch (StoreUnavailable e) {
            if (!e.code().startsWith("BucketAlready")) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        reading.dispose();
        readers.shutdownNow();
        client.close();
        presigning.close();
    }
}
