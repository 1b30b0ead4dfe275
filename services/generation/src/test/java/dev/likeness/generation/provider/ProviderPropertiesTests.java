package dev.likeness.generation.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ProviderPropertiesTests {

    @Test
    void hasDefaultsForAllButTheAddressAndTheToken() {
        assertThat(bind(Map.of())).isEqualTo(new ProviderProperties(URI.create("http://127.0.0.1:1/v1"), "t",
                List.of("replicate.delivery", ".replicate.delivery"), Duration.ofSeconds(5), Duration.ofSeconds(15),
                Duration.ofSeconds(10), Duration.ofSeconds(30), DataSize.ofMegabytes(25), 8, 4));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of("output-hosts", "127.0.0.1:8090", "connect-timeout", "1s", "post-timeout", "2s",
                "get-timeout", "3s", "download-timeout", "4s", "max-output", "5MB", "concurrency", "6", "get-attempts",
                "7"))).isEqualTo(
                        new ProviderProperties(URI.create("http://127.0.0.1:1/v1"), "t", List.of("127.0.0.1:8090"),
                                Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3),
                                Duration.ofSeconds(4), DataSize.ofMegabytes(5), 6, 7));
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        assertThat(bind(Map.of("token", "r8_secret")).toString()).doesNotContain("r8_secret");
    }

    private static ProviderProperties bind(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("generation.provider.base-url", "http://127.0.0.1:1/v1",
                "generation.provider.token", "t"));
        settings.forEach((key, value) -> all.put("generation.provider." + key, value));
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("generation.provider",
                ProviderProperties.class);
    }
}
