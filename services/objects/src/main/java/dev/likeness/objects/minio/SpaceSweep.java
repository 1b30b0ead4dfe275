package dev.likeness.objects.minio;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.StoreUnavailable;
import dev.likeness.person.Space;
import io.minio.DeleteObjectsArgs;
import io.minio.ListObjectVersionsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.messages.DeleteRequest;
import io.minio.messages.ListVersionsResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Empties a space, page by page, until the store itself says that nothing is left. */
final class SpaceSweep {

    private static final int PAGE = 1000;

    private final StreamingClient client;
    private final StoreCalls calls;
    private final Bucket bucket;
    private final String prefix;
    private final Unfinished unfinished;

    SpaceSweep(StreamingClient client, StoreCalls calls, Bucket bucket, Space space) {
        this.client = client;
        this.calls = calls;
        this.bucket = bucket;
        this.prefix = space.value() + "/";
        this.unfinished = new Unfinished(client, calls, bucket);
    }

    /** How many went: objects, versions, and marks of unfinished writes with their parts. */
    long run() throws InterruptedException {
        long count = 0;
        for (List<Found> found = found(); !found.isEmpty(); found = found()) {
            for (Found each : found) {
                if (Unfinished.isMark(each.name)) {
                    unfinished.abortMarked(each.name);
                }
            }
            delete(found);
            count += found.size();
        }
        return count;
    }

    private record Found(String name, @Nullable String version) {}

    private List<Found> found() throws InterruptedException {
        try {
            return versions();
        } catch (StoreUnavailable e) {
            // S3Proxy's answer to a listing of versions: it has none.
            if (e.code().equals("NotImplemented")) {
                return objects();
            }
            throw e;
        }
    }

    /** A delete marker is a version too: with one left the store still knows the name. */
    private List<Found> versions() throws InterruptedException {
        ListObjectVersionsArgs page = ListObjectVersionsArgs.builder()
                .bucket(bucket.bucketName())
                .prefix(prefix)
                .maxKeys(PAGE)
                .build();
        ListVersionsResult result = calls.repeatable(bucket, () -> client.listObjectVersions(page)).result();
        return Stream.concat(result.contents().stream(), result.deleteMarkers().stream())
                .map(item -> new Found(item.objectName(), item.versionId()))
                .toList();
    }

    private List<Found> objects() throws InterruptedException {
        ListObjectsV2Args page = ListObjectsV2Args.builder()
                .bucket(bucket.bucketName())
                .prefix(prefix)
                .maxKeys(PAGE)
                .build();
        return calls.repeatable(bucket, () -> client.listObjectsV2(page))
                .result()
                .contents()
                .stream()
                .map(item -> new Found(item.objectName(), null))
                .toList();
    }

    private void delete(List<Found> found) throws InterruptedException {
        DeleteObjectsArgs args = DeleteObjectsArgs.builder()
                .bucket(bucket.bucketName())
                .objects(found.stream().map(each -> new DeleteRequest.Object(each.name, each.version)).toList())
                .quiet(true)
                .build();
        var errors = calls.repeatable(bucket, () -> client.deleteObjects(args)).result().errors();
        if (!errors.isEmpty()) {
            throw new StoreUnavailable("deletion refused: " + errors.getFirst().code());
        }
    }
}
