package dev.likeness.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3StoreTests {

    private static final String BUCKET = "selfies";

    @TempDir
    Path directory;
    private S3Store store;
    private MinioClient client;

    @BeforeEach
    void start() throws Exception {
        store = S3Store.start(directory, FreePorts.one(), "likeness", "not-a-secret");
        client = client("not-a-secret");
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        store.close();
    }

    @Test
    void keepsObjectsThroughARestart() throws Exception {
        put("space/one", "a photo".getBytes());
        stop();
        store = S3Store.start(directory, FreePorts.one(), "likeness", "not-a-secret");
        client = client("not-a-secret");
        assertThat(client.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build())).isTrue();
        assertThat(get("space/one")).isEqualTo("a photo".getBytes());
        var stat = client.statObject(StatObjectArgs.builder().bucket(BUCKET).object("space/one").build());
        assertThat(stat.contentType()).isEqualTo("image/jpeg");
        assertThat(stat.size()).isEqualTo(7);
    }

    @Test
    void copiesListsAndDeletes() throws Exception {
        put("space/one", "a photo".getBytes());
        client.copyObject(CopyObjectArgs.builder()
                .bucket(BUCKET)
                .object("space/two")
                .source(SourceObject.builder().bucket(BUCKET).object("space/one").build())
                .build());
        put("other/three", "another".getBytes());
        assertThat(list("space/")).containsExactlyInAnyOrder("space/one", "space/two");
        client.removeObject(RemoveObjectArgs.builder().bucket(BUCKET).object("space/one").build());
        client.removeObject(RemoveObjectArgs.builder().bucket(BUCKET).object("space/one").build());
        assertThat(list("space/")).containsExactly("space/two");
        assertThatThrownBy(() -> get("space/one")).isInstanceOf(ErrorResponseException.class);
    }

    @Test
    void takesManyPartsOfAnUploadOfUnknownSize() throws Exception {
        byte[] zip = new byte[12 << 20];
        new Random(1).nextBytes(zip);
        client.putObject(PutObjectArgs.builder()
                .bucket(BUCKET)
                .object("space/zip")
                .stream(new ByteArrayInputStream(zip), -1L, 5L << 20)
                .contentType("application/zip")
                .build());
        assertThat(get("space/zip")).isEqualTo(zip);
    }

    @Test
    void servesAPresignedUrlAndNothingWithoutIt() throws Exception {
        put("space/one", "a photo".getBytes());
        String url = client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(Http.Method.GET)
                .bucket(BUCKET)
                .object("space/one")
                .expiry(60)
                .build());
        assertThat(status(url)).isEqualTo(200);
        assertThat(status(url.replace("space/one", "space/two"))).isEqualTo(403);
        assertThat(status(store.endpoint() + "/" + BUCKET + "/space/one")).isEqualTo(403);
    }

    @Test
    void refusesAnotherSecret() throws Exception {
        try (MinioClient stranger = client("guess")) {
            assertThatThrownBy(() -> stranger.bucketExists(BucketExistsArgs.builder().bucket(BUCKET).build()))
                    .isInstanceOf(Exception.class);
        }
    }

    @Test
    void closesTwice() {
        store.close();
        store.close();
    }

    private MinioClient client(String secret) {
        return MinioClient.builder().endpoint(store.endpoint().toString()).credentials("likeness", secret).build();
    }

    private void put(String key, byte[] content) throws Exception {
        client.putObject(PutObjectArgs.builder()
                .bucket(BUCKET)
                .object(key)
                .stream(new ByteArrayInputStream(content), (long) content.length, -1L)
                .contentType("image/jpeg")
                .build());
    }

    private byte[] get(String key) throws Exception {
        try (var content = client.getObject(GetObjectArgs.builder().bucket(BUCKET).object(key).build())) {
            return content.readAllBytes();
        }
    }

    private List<String> list(String prefix) throws Exception {
        List<String> keys = new ArrayList<>();
        for (var item : client
                .listObjects(ListObjectsArgs.builder().bucket(BUCKET).prefix(prefix).recursive(true).build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    private static int status(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
