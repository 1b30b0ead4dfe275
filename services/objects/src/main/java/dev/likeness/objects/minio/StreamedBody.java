package dev.likeness.objects.minio;

import dev.likeness.objects.WrongLength;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/**
 * Content on its way to the store. The last piece is sent only when nothing follows it: a body that
 * is too long must fail before the store has all that was announced and keeps it.
 */
final class StreamedBody extends RequestBody {

    private static final int PIECE_BYTES = 32 * 1024;

    private final Flux<DataBuffer> content;
    private final long size;
    private final @Nullable MediaType type;
    private volatile @Nullable Inflow open;
    private volatile @Nullable Throwable failure;
    private volatile boolean aborted;

    StreamedBody(Flux<DataBuffer> content, long size, String contentType) {
        this.content = content;
        this.size = size;
        this.type = MediaType.parse(contentType);
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    /** What went wrong on the sender's side, which is never the store's fault. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Nobody waits any more: the source is cancelled and the request breaks off. */
    void abort() {
        aborted = true;
        closeSource();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Inflow in = Inflow.of(content)) {
            open = in;
            byte[] piece = new byte[PIECE_BYTES];
            long sent = 0;
            int count = read(in, piece);
            while (count > 0) {
                int next = 0;
                if (sent + count >= size) {
                    next = read(in, new byte[1]);
                }
                if (sent + count + next > size) {
                    throw failed(new WrongLength(size, sent + count + next));
                }
                sink.write(piece, 0, count);
                sent += count;
                count = read(in, piece);
            }
            if (sent < size) {
                throw failed(new WrongLength(size, sent));
            }
        }
    }

    /** Bytes read, 0 at the end. */
    private int read(Inflow in, byte[] piece) throws IOException {
        try {
            int count = aborted ? 0 : in.read(piece);
            if (aborted) {
                throw new IOException("nobody waits any more");
            }
            return count;
        } catch (Inflow.Failed e) {
            throw failed(Exceptions.unwrap(e.failure()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("nobody waits any more", e);
        }
    }

    /** The HTTP client takes nothing but this kind and would throw others at its thread. */
    private IOException failed(Throwable cause) {
        failure = cause;
        return new IOException("the content failed");
    }

    private void closeSource() {
        Inflow in = open;
        if (in != null) {
            in.abort();
        }
    }
}
