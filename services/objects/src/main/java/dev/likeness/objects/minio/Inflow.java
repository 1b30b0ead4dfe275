package dev.likeness.objects.minio;

import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/**
 * Content on its way from a publisher to the one thread that reads it. Spring's own bridge waits by
 * a bare {@code park()}: a permit that a lock left behind makes that thread spin until the next
 * piece comes, which costs a processor for each slow sender.
 */
final class Inflow extends BaseSubscriber<DataBuffer> implements AutoCloseable {

    /** Pieces asked for ahead of the reader; each may have 64 KB. */
    private static final int AHEAD = 4;

    /** At most as long as what was asked for, and an end. */
    private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
    private @Nullable DataBuffer current;
    private boolean ended;
    private @Nullable Throwable failure;
    private int taken;
    private volatile boolean closed;

    private sealed interface Step {}

    private record Piece(DataBuffer content) implements Step {}

    private record End(@Nullable Throwable failure) implements Step {}

    private Inflow() {}

    /** What the content itself failed with. */
    static final class Failed extends Exception {

        private static final long serialVersionUID = 1;

        private final Throwable failure;

        Failed(Throwable failure) {
            super(failure);
            this.failure = failure;
        }

        Throwable failure() {
            return failure;
        }
    }

    static Inflow of(Flux<DataBuffer> content) {
        var inflow = new Inflow();
        content.subscribe(inflow);
        return inflow;
    }

    /**
     * Waits for a piece, and takes with it what else is there already.
     *
     * @return bytes read, 0 at the end and after {@link #close}
     * @throws Failed where the content did
     */
    int read(byte[] bytes) throws Failed, InterruptedException {
        int count = 0;
        while (count < bytes.length && advance(count == 0)) {
            DataBuffer piece = Objects.requireNonNull(current);
            int more = Math.min(bytes.length - count, piece.readableByteCount());
            piece.read(bytes, count, more);
            count += more;
            if (piece.readableByteCount() == 0) {
                release();
            }
        }
        if (count == 0 && failure != null) {
            throw new Failed(failure);
        }
        return count;
    }

    /** Whether there is a piece to read from, waiting for it where that is wanted. */
    private boolean advance(boolean waiting) throws InterruptedException {
        while (current == null && !ended && !closed) {
            @Nullable
            Step next = waiting ? steps.take() : steps.poll();
            switch (next) {
                case null -> {
                    return false;
                }
                case Piece piece -> {
                    current = piece.content();
                    replenish();
                }
                case End end -> {
                    ended = true;
                    failure = end.failure();
                }
            }
        }
        return current != null;
    }

    // Half of it at a time: asking for each piece alone would cost more than the piece.
    private void replenish() {
        taken++;
        if (taken == AHEAD / 2) {
            taken = 0;
            request(AHEAD / 2);
        }
    }

    private void release() {
        DataBufferUtils.release(current);
        current = null;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(AHEAD);
    }

    @Override
    protected void hookOnNext(DataBuffer content) {
        var _ = steps.add(new Piece(content));
        if (closed) {
            releaseAll();
        }
    }

    @Override
    protected void hookOnComplete() {
        var _ = steps.add(new End(null));
    }

    @Override
    protected void hookOnError(Throwable failure) {
        var _ = steps.add(new End(failure));
    }

    /** By any thread: the source is cancelled, and whoever waits for it reads the end. */
    void abort() {
        closed = true;
        cancel();
        releaseAll();
    }

    /** By the thread that reads. */
    @Override
    public void close() {
        abort();
        release();
    }

    private void releaseAll() {
        for (Step step = steps.poll(); step != null; step = steps.poll()) {
            if (step instanceof Piece(DataBuffer content)) {
                DataBufferUtils.release(content);
            }
        }
        var _ = steps.add(new End(null));
    }
}
