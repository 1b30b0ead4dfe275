package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ProviderPropertiesTests {

    private static final Map<String, String> REQUIRED = Map.of("training.provider.base-url", "https://provider.test/v1",
            "training.provider.token", "r8_secret", "training.provider.owner", "me");

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new ProviderProperties(URI.create("https://provider.test/v1"),
                "r8_secret", "me", "likeness-portraits", "gpu-t4", Duration.ofSeconds(5), Duration.ofSeconds(30),
                Duration.ofMinutes(10), 32, 4, DataSize.ofMegabytes(10), 200, Duration.ofMinutes(5)));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of("training.provider.model", "m", "training.provider.hardware", "cpu",
                "training.provider.connect-timeout", "1s", "training.provider.timeout", "2s",
                "training.provider.upload-timeout", "3s", "training.provider.concurrency", "4",
                "training.provider.attempts", "5", "training.provider.max-response", "6MB",
                "training.provider.max-pages", "7", "training.provider.clock-skew", "8s")))
                .isEqualTo(new ProviderProperties(URI.create("https://provider.test/v1"), "r8_secret", "me", "m", "cpu",
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 4, 5,
                        DataSize.ofMegabytes(6), 7, Duration.ofSeconds(8)));
    }

    @Test
    void keepsTheTokenToItself() {
        assertThat(bind(Map.of())).asString().doesNotContain("r8_secret");
    }

    private static ProviderProperties bind(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(REQUIRED);
        properties.putAll(more);
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("training.provider", ProviderProperties.class)
                .get();
    }
}
