package dev.likeness.objects;

import dev.likeness.person.Space;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Objects in buckets. Nothing happens before a subscription, nothing blocks the subscriber, and
 * every error but a caller's own is an {@link ObjectStoreException}. An object is there wholly or
 * not at all: a write that fails or is cancelled leaves what was there before. Only after
 * {@link StoreUnavailable} nobody knows, because the answer may have been lost: write to the same
 * key again, or delete it.
 */
public interface ObjectStore {

    /**
     * Streams content to the store with back-pressure; every buffer is released. It can't be repeated,
     * so it is tried once. An error of {@code content} is the error of the result.
     *
     * @return fails with {@link WrongLength} where not exactly {@code sizeBytes} came
     */
    Mono<Void> put(ObjectKey key, Flux<DataBuffer> content, long sizeBytes, String contentType);

    /**
     * Writes content whose size nobody knows yet, in parts, holding one part in memory. Fails with
     * {@link ObjectMissing} where {@link #deleteSpace} overtook it. While it runs, and after a kill, an
     * object beside it (its name with {@code .unfinished}) marks it.
     */
    Mono<Void> write(ObjectKey key, String contentType, ContentWriter writer);

    /**
     * Streams an object as fast as it is asked for; fails with {@link ObjectMissing} where it is
     * absent.
     */
    Flux<DataBuffer> get(ObjectKey key);

    /**
     * A small object as a whole; fails with {@link ObjectTooLarge} where it has more than
     * {@code maxBytes}.
     */
    Mono<byte[]> bytes(ObjectKey key, long maxBytes);

    /** Empty where the object is absent. */
    Mono<ObjectInfo> stat(ObjectKey key);

    /**
     * Inside the store, content type included; fails with {@link ObjectMissing} where the source is
     * absent.
     */
    Mono<Void> copy(ObjectKey from, ObjectKey to);

    /** Deletes an object; an absent one is fine. */
    Mono<Void> delete(ObjectKey key);

    /**
     * Deletes everything in a space: objects, their older versions where the store keeps any, and what
     * unfinished writes left.
     *
     * @return how many objects, versions and unfinished writes went
     */
    Mono<Long> deleteSpace(Bucket bucket, Space space);

    /**
     * Objects whose names begin with {@code prefix}, asked for page by page. Objects that were not
     * named by {@link ObjectKey} are left out.
     */
    Flux<ObjectKey> list(Bucket bucket, String prefix);

    /**
     * A URL with which anybody may read this object for a while, up to seven days. It is a secret: not
     * for logs, events or rows. Nobody checks here that the object exists.
     */
    Mono<URI> presignGet(ObjectKey key, Duration validFor);

    /** Makes those that are missing. */
    Mono<Void> ensureBuckets(Collection<Bucket> buckets);
}
