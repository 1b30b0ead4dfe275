package dev.likeness.validation.checking;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import dev.likeness.objects.ObjectStore;
import dev.likeness.objects.ObjectTooLarge;
import dev.likeness.validation.LimitsProperties;
import dev.likeness.validation.report.Photo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The photos as they were uploaded. */
@Component
class Selfies {

    private final ObjectStore store;
    private final long maxBytes;

    Selfies(ObjectStore store, LimitsProperties limits) {
        this.store = store;
        this.maxBytes = limits.maxSize().toBytes();
    }

    /**
     * The store has not got the bytes that the upload verified: no fault of the photo, and hardly one
     * that passes.
     */
    static final class BytesLost extends RuntimeException {

        private static final long serialVersionUID = 1;

        private BytesLost(String message) {
            super(message);
        }
    }

    /**
     * The photo's bytes, the very ones that its upload verified; fails with {@link BytesLost} where
     * those are gone.
     */
    Mono<byte[]> bytes(Photo photo) {
        return Mono.fromCallable(() -> ObjectKey.in(Bucket.SELFIES, photo.objectKey()))
                .flatMap(key -> store.bytes(key, maxBytes))
                .onErrorMap(ObjectMissing.class, _ -> new BytesLost("The store has no such object"))
                .onErrorMap(ObjectTooLarge.class, _ -> new BytesLost("The store has a larger object"))
                .onErrorMap(IllegalArgumentException.class, _ -> new BytesLost("The upload named no object"))
                .doOnNext(bytes -> verify(photo, bytes));
    }

    private static void verify(Photo photo, byte[] bytes) {
        if (!photo.sha256().isEmpty() && !photo.sha256().equals(sha256(bytes))) {
            throw new BytesLost("The store holds other bytes than were uploaded");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
