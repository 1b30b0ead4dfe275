package dev.likeness.bench.upload;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;

/** The store without the service before it. */
final class Store {

    private static final String BUCKET = "selfies";

    private final MinioClient client;

    Store(Map<String, String> settings) {
        client = MinioClient.builder()
                .endpoint(setting(settings, "endpoint"))
                .region("us-east-1")
                .credentials(setting(settings, "access-key"), setting(settings, "secret-key"))
                .build();
    }

    private static String setting(Map<String, String> settings, String name) {
        String value = settings.get("likeness.objects." + name);
        if (value == null) {
            throw new IllegalStateException(name);
        }
        return value;
    }

    /**
     * What a client sends that may write to the store itself: the same kind of request as the
     * service's.
     */
    HttpRequest put(Photo photo) throws MinioException {
        String url = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.PUT)
                .bucket(BUCKET)
                .object("bench/" + UUID.randomUUID())
                .expiry(3600)
                .build());
        return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "image/jpeg").PUT(photo.body()).build();
    }

    /** The service finds out when somebody asks for them, which nobody does here. */
    int empty() throws MinioException {
        int count = 0;
        for (Result<Item> item : client.listObjects(
                ListObjectsArgs.builder().bucket(BUCKET).recursive(true).build())) {
            client.removeObject(RemoveObjectArgs.builder().bucket(BUCKET).object(item.get().objectName()).build());
            count++;
        }
        return count;
    }
}
