package dev.likeness.objects.minio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import dev.likeness.objects.ObjectMissing;
import io.minio.AbortMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import java.io.IOException;

/**
 * The mark of an unfinished write: an object beside it that holds its upload id. Without one a
 * sweep could not find the parts that a killed writer left, because MinIO lists uploads by exact
 * key only (and, until it is restarted, all of a bucket), and its client cannot read that list.
 */
final class Unfinished {

    private static final String SUFFIX = ".unfinished";
    private static final int MAX_ID_BYTES = 2048;

    private final StreamingClient client;
    private final StoreCalls calls;
    private final Bucket bucket;

    Unfinished(StreamingClient client, StoreCalls calls, Bucket bucket) {
        this.client = client;
        this.calls = calls;
        this.bucket = bucket;
    }

    static boolean isMark(String name) {
        return name.endsWith(SUFFIX);
    }

    void mark(ObjectKey key, String uploadId) throws InterruptedException {
        byte[] id = uploadId.getBytes(UTF_8);
        PutObjectArgs args = PutObjectArgs.builder()
                .bucket(bucket.bucketName())
                .object(key.name() + SUFFIX)
                .contentType("text/plain")
                .data(id, id.length)
                .build();
        var _ = calls.repeatable(bucket, () -> client.putObject(args));
    }

    /**
     * S3Proxy takes parts of an upload that was aborted and keeps them where nobody finds them: so a
     * writer asks before each part.
     *
     * @throws ObjectMissing where a sweep removed the mark
     */
    void requireMark(ObjectKey key) throws InterruptedException {
        StatObjectArgs args = StatObjectArgs.builder()
                .bucket(bucket.bucketName())
                .object(key.name() + SUFFIX)
                .build();
        var _ = calls.repeatable(bucket, () -> client.statObject(args));
    }

    void unmark(ObjectKey key) throws InterruptedException {
        RemoveObjectArgs args = RemoveObjectArgs.builder()
                .bucket(bucket.bucketName())
                .object(key.name() + SUFFIX)
                .build();
        var _ = calls.repeatable(bucket, () -> client.removeObject(args));
    }

    /** Removes the parts that a mark stands for; the mark itself stays. */
    void abortMarked(String mark) throws InterruptedException {
        try {
            abort(mark.substring(0, mark.length() - SUFFIX.length()), idIn(mark));
        } catch (ObjectMissing e) {
            // Finished, aborted or unmarked a moment ago.
        }
    }

    /** Removes a write's parts, then its mark. */
    void abortMarked(ObjectKey key, String uploadId) throws InterruptedException {
        try {
            abort(key.name(), uploadId);
        } catch (ObjectMissing e) {
            // A sweep was faster.
        }
        unmark(key);
    }

    private void abort(String name, String uploadId) throws InterruptedException {
        AbortMultipartUploadArgs args = AbortMultipartUploadArgs.builder()
                .bucket(bucket.bucketName())
                .object(name)
                .uploadId(uploadId)
                .build();
        var _ = calls.repeatable(bucket, () -> client.abortMultipartUpload(args));
    }

    private String idIn(String mark) throws InterruptedException {
        GetObjectArgs args = GetObjectArgs.builder().bucket(bucket.bucketName()).object(mark).build();
        try (GetObjectResponse answer = calls.repeatable(bucket, () -> client.getObject(args))) {
            return new String(answer.readNBytes(MAX_ID_BYTES), UTF_8);
        } catch (IOException e) {
            throw Fault.of(e, bucket).error();
        }
    }
}
