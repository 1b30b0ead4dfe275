package dev.likeness.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.objects.minio.MinioObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class ObjectsPropertiesTests {

    private static final Map<String, String> LEAST = Map.of("endpoint", "http://127.0.0.1:9000", "access-key", "a",
            "secret-key", "s");

    @Test
    void hasDefaults() {
        assertThat(bind(LEAST)).isEqualTo(new ObjectsProperties(URI.create("http://127.0.0.1:9000"), "a", "s",
                "us-east-1", null, Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofSeconds(30),
                Duration.ofSeconds(10), 64, Duration.ofSeconds(10), 4, Duration.ofMillis(100),
                DataSize.ofMegabytes(5)));
        assertThat(bind(LEAST).presignEndpoint()).isEqualTo(URI.create("http://127.0.0.1:9000"));
    }

    @Test
    void mapsEveryProperty() {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(Map.of("region", "eu-1", "public-endpoint", "https://s3.example.org", "connect-timeout", "1s",
                "read-timeout", "2s", "write-timeout", "3s", "max-concurrent-calls", "5", "queue-timeout", "4s",
                "attempts", "2", "backoff", "1ms", "part-size", "8MB"));
        all.put("idle-timeout", "6s");
        assertThat(bind(all)).isEqualTo(new ObjectsProperties(URI.create("http://127.0.0.1:9000"), "a", "s", "eu-1",
                URI.create("https://s3.example.org"), Duration.ofSeconds(1), Duration.ofSeconds(2),
                Duration.ofSeconds(3), Duration.ofSeconds(6), 5, Duration.ofSeconds(4), 2, Duration.ofMillis(1),
                DataSize.ofMegabytes(8)));
        assertThat(bind(all).presignEndpoint()).isEqualTo(URI.create("https://s3.example.org"));
    }

    @Test
    void tellsNoKeys() {
        Map<String, String> secret = new HashMap<>(LEAST);
        secret.putAll(Map.of("access-key", "hidden-access", "secret-key", "hidden-secret"));
        assertThat(bind(secret).toString()).doesNotContain("hidden");
    }

    @Test
    void refusesPartsThatS3DoesNotTake() {
        Map<String, String> small = new HashMap<>(LEAST);
        small.put("part-size", "1MB");
        assertThatThrownBy(() -> bind(small)).hasRootCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesTheStoreOfAnImport() {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withUserConfiguration(ObjectsConfiguration.class);
        runner.withPropertyValues("likeness.objects.endpoint=http://127.0.0.1:9", "likeness.objects.access-key=a",
                "likeness.objects.secret-key=s").run(context -> {
                    assertThat(context).hasSingleBean(ObjectStore.class).hasSingleBean(MinioObjectStore.class);
                });
        runner.withPropertyValues("likeness.objects.endpoint=http://127.0.0.1:9", "likeness.objects.access-key=",
                "likeness.objects.secret-key=s").run(context -> assertThat(context).hasFailed());
        runner.run(context -> assertThat(context).hasFailed());
    }

    private static ObjectsProperties bind(Map<String, String> properties) {
        Map<String, String> prefixed = new HashMap<>();
        properties.forEach((key, value) -> prefixed.put("likeness.objects." + key, value));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bind("likeness.objects",
                ObjectsProperties.class).get();
    }
}
