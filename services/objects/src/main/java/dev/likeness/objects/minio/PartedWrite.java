package dev.likeness.objects.minio;

import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectStoreException;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.PutObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Content of unknown size on its way to the store: one part in memory, sent when it is full. What
 * fits into one part is sent as a plain object. Nothing is to be seen before {@link #finish}.
 */
final class PartedWrite extends OutputStream {

    private final StreamingClient client;
    private final StoreCalls calls;
    private final ObjectKey key;
    private final String contentType;
    private final byte[] part;
    private final Unfinished unfinished;
    private final List<Part> sent = new ArrayList<>();
    private int filled;
    private @Nullable String uploadId;

    PartedWrite(StreamingClient client, StoreCalls calls, ObjectKey key, String contentType, int partBytes) {
        this.client = client;
        this.calls = calls;
        this.key = key;
        this.contentType = contentType;
        this.part = new byte[partBytes];
        this.unfinished = new Unfinished(client, calls, key.bucket());
    }

    @Override
    public void write(int value) throws IOException {
        if (filled == part.length) {
            sendPart();
        }
        part[filled++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == part.length) {
                sendPart();
            }
            int count = Math.min(left, part.length - filled);
            System.arraycopy(bytes, from, part, filled, count);
            filled += count;
            from += count;
            left -= count;
        }
    }

    void finish() throws IOException, InterruptedException {
        if (uploadId == null) {
            PutObjectArgs args = PutObjectArgs.builder()
                    .bucket(key.bucket().bucketName())
                    .object(key.name())
                    .contentType(contentType)
                    .data(part, filled)
                    .build();
            var _ = calls.repeatable(key.bucket(), () -> client.putObject(args));
            return;
        }
        sendPart();
        CompleteMultipartUploadArgs args = CompleteMultipartUploadArgs.builder()
                .bucket(key.bucket().bucketName())
                .object(key.name())
                .uploadId(uploadId)
                .parts(sent.toArray(Part[]::new))
                .build();
        // Not repeated: the second time an upload that is complete is an unknown one.
        var _ = calls.once(key.bucket(), () -> client.completeMultipartUpload(args));
        unfinished.unmark(key);
    }

    /** Best effort: what stays is marked, and {@code deleteSpace} finds it. */
    void abandon() {
        String id = uploadId;
        if (id == null) {
            return;
        }
        // The thread may have been interrupted, and these calls must be made all the same.
        boolean interrupted = Thread.interrupted();
        try {
            unfinished.abortMarked(key, id);
        } catch (ObjectStoreException e) {
            // The first failure is the one to tell.
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendPart() throws IOException {
        try {
            String id = uploadId;
            if (id == null) {
                id = begin();
                uploadId = id;
                unfinished.mark(key, id);
            } else {
                unfinished.requireMark(key);
            }
            int number = sent.size() + 1;
            UploadPartArgs args = UploadPartArgs.builder()
                    .bucket(key.bucket().bucketName())
                    .object(key.name())
                    .uploadId(id)
                    .partNumber(number)
                    .data(part, filled)
                    .build();
            sent.add(calls.repeatable(key.bucket(), () -> client.uploadPart(args)).part());
            filled = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("nobody waits for this write any more");
        }
    }

    private String begin() throws InterruptedException {
        CreateMultipartUploadArgs args = CreateMultipartUploadArgs.builder()
                .bucket(key.bucket().bucketName())
                .object(key.name())
                .headers(new Http.Headers("Content-Type", contentType))
                .build();
        return calls.repeatable(key.bucket(), () -> client.createMultipartUpload(args)).result().uploadId();
    }
}
