package dev.likeness.upload.sending;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * The rest of a request that is already refused. It is read and dropped, up to a limit, because a
 * sender hears an answer only after having sent all.
 */
final class RefusedRest {

    private static final long LONGEST = 64L * 1024 * 1024;

    private static final Optional<RuntimeException> NONE = Optional.empty();

    private final AtomicReference<Optional<RuntimeException>> failure = new AtomicReference<>(NONE);
    private long dropped;

    /** Refuses the request; the first reason counts. */
    void because(RuntimeException reason) {
        var _ = failure.compareAndSet(NONE, Optional.of(reason));
    }

    Optional<RuntimeException> failure() {
        return failure.get();
    }

    /** Whether a buffer still matters. One that does not is released. */
    boolean lets(DataBuffer buffer, Measure measure) {
        if (failure().isEmpty()) {
            try {
                measure.pass(buffer);
                return true;
            } catch (TooLarge tooLarge) {
                because(tooLarge);
            }
        }
        dropped += buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        if (dropped > LONGEST) {
            throw failure().orElseThrow();
        }
        return false;
    }
}
