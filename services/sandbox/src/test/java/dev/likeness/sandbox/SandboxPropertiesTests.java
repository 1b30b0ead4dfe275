package dev.likeness.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SandboxPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new SandboxProperties("r8_sandbox",
                "whsec_bGlrZW5lc3Mtc2FuZGJveC13ZWJob29rcw==", "likeness", Path.of("sandbox-data"), null,
                Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofHours(1), Duration.ofHours(24),
                Duration.ofSeconds(2), 100, null, 3000, 600, 1000));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(
                bind(Map.ofEntries(Map.entry("sandbox.token", "t"), Map.entry("sandbox.webhook-secret", "whsec_YQ=="),
                        Map.entry("sandbox.owner", "o"), Map.entry("sandbox.data-dir", "/d"),
                        Map.entry("sandbox.public-url", "http://x"), Map.entry("sandbox.training-duration", "1s"),
                        Map.entry("sandbox.prediction-duration", "2s"), Map.entry("sandbox.output-retention", "3s"),
                        Map.entry("sandbox.file-retention", "4s"), Map.entry("sandbox.removal-delay", "5s"),
                        Map.entry("sandbox.page-size", "6"), Map.entry("sandbox.training-retention", "7s"),
                        Map.entry("sandbox.requests-per-minute", "8"),
                        Map.entry("sandbox.predictions-per-minute", "9"), Map.entry("sandbox.max-models", "10"))))
                .isEqualTo(new SandboxProperties("t", "whsec_YQ==", "o", Path.of("/d"), URI.create("http://x"),
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4),
                        Duration.ofSeconds(5), 6, Duration.ofSeconds(7), 8, 9, 10));
    }

    @Test
    void refusesWhatCanNotWork() {
        assertThatThrownBy(() -> bind(Map.of("sandbox.token", " "))).hasRootCauseMessage(
                "sandbox.token is empty: give the token that callers will send");
        assertThatThrownBy(() -> bind(Map.of("sandbox.page-size", "0"))).rootCause()
                .hasMessageContaining("must be 1 to 100");
        assertThatThrownBy(() -> bind(Map.of("sandbox.max-models", "0"))).rootCause()
                .hasMessageContaining("must be at least 1");
        assertThatThrownBy(() -> bind(Map.of("sandbox.webhook-secret", "x"))).rootCause()
                .hasMessageContaining("whsec_");
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(bind(Map.of("sandbox.token", "verysecret")).toString()).doesNotContain("verysecret", "whsec_");
    }

    private static SandboxProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sandbox", SandboxProperties.class);
    }
}
