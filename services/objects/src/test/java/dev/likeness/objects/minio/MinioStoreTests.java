package dev.likeness.objects.minio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.likeness.objects.Bucket;
import dev.likeness.objects.ObjectKey;
import io.minio.GetBucketVersioningArgs;
import io.minio.ListObjectVersionsArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.messages.VersioningConfiguration;
import io.minio.messages.VersioningConfiguration.Status;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** MinIO itself, where containers are asked for or a Docker engine answers. */
class MinioStoreTests extends S3StoreContract {

    private static final int PORT = 9000;
    private static final String KEY = "likeness-tests";

    private static final GenericContainer<?> MINIO = new GenericContainer<>("minio/minio:latest")
            .withEnv("MINIO_ROOT_USER", KEY)
            .withEnv("MINIO_ROOT_PASSWORD", KEY)
            .withCommand("server", "/data")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forHttp("/minio/health/ready").forPort(PORT));

    @BeforeAll
    static void startWhereContainersRun() {
        String parts = System.getProperty("likeness.parts", "auto");
        assumeTrue(parts.equals("containers")
                || parts.equals("auto") && DockerClientFactory.instance().isDockerAvailable(), "no containers here");
        MINIO.start();
    }

    @AfterAll
    static void stop() {
        MINIO.stop();
    }

    @Override
    URI endpoint() {
        return URI.create("http://" + MINIO.getHost() + ":" + MINIO.getMappedPort(PORT));
    }

    @Override
    String accessKey() {
        return KEY;
    }

    @Override
    String secretKey() {
        return KEY;
    }

    @Test
    void emptiesASpaceOfVersionsAndDeleteMarkers() throws Exception {
        done(store().ensureBuckets(List.of(Bucket.PREVIEWS)));
        raw.setBucketVersioning(SetBucketVersioningArgs.builder()
                .bucket(Bucket.PREVIEWS.bucketName())
                .config(new VersioningConfiguration(Status.ENABLED, null, null, null))
                .build()).get();
        assertThat(raw.getBucketVersioning(GetBucketVersioningArgs.builder()
                .bucket(Bucket.PREVIEWS.bucketName())
                .build()).get().status()).isEqualTo(Status.ENABLED);
        ObjectKey versioned = ObjectKey.random(Bucket.PREVIEWS, space);
        put(versioned, bytes(10));
        put(versioned, bytes(20));
        done(store().delete(versioned));
        assertAbsent(versioned);

        assertThat(store().deleteSpace(Bucket.PREVIEWS, space).block(PATIENCE)).isEqualTo(3);

        var left = raw.listObjectVersions(ListObjectVersionsArgs.builder()
                .bucket(Bucket.PREVIEWS.bucketName())
                .prefix(space.value())
                .build()).get().result();
        assertThat(left.contents()).isEmpty();
        assertThat(left.deleteMarkers()).isEmpty();
    }
}
