package dev.likeness.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.access.AccessProperties.Algorithm;
import dev.likeness.access.idempotency.IdempotencyProperties;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessPropertiesTests {

    @Test
    void hasDefaultsForAllButIssuerAudienceAndKey() {
        assertThat(bound(Map.of("likeness.access.issuer", "i", "likeness.access.audience", "a",
                "likeness.access.public-key", "k"))).isEqualTo(
                        new AccessProperties("i", "a", Algorithm.ES256, "k", null, Duration.ofSeconds(30), List.of(),
                                List.of("/ops/**"), List.of()));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(Map.of("likeness.access.issuer", "i", "likeness.access.audience", "a",
                "likeness.access.algorithm", "rs256", "likeness.access.jwk-set-uri", "https://i/keys",
                "likeness.access.clock-skew", "5s", "likeness.access.open-paths", "/a,/b",
                "likeness.access.operator-paths", "/c", "likeness.access.allowed-origins", "https://o"))).isEqualTo(
                        new AccessProperties("i", "a", Algorithm.RS256, null, URI.create("https://i/keys"),
                                Duration.ofSeconds(5), List.of("/a", "/b"), List.of("/c"), List.of("https://o")));
    }

    @Test
    void wantsExactlyOneSourceOfKeys() {
        var none = Map.of("likeness.access.issuer", "i", "likeness.access.audience", "a");
        assertThatThrownBy(() -> bound(none)).rootCause().hasMessageContaining("exactly one of");
        var both = Map.of("likeness.access.issuer", "i", "likeness.access.audience", "a",
                "likeness.access.public-key", "k", "likeness.access.jwk-set-uri", "https://i/keys");
        assertThatThrownBy(() -> bound(both)).rootCause().hasMessageContaining("exactly one of");
    }

    @Test
    void knowsOnlySignaturesThatOthersCanNotMake() {
        assertThat(Algorithm.values()).extracting(Enum::name).containsExactly("ES256", "RS256");
    }

    @Test
    void readsStreamsAndKeys() {
        assertThat(binder(Map.of()).bindOrCreate("likeness.access.sse", SseProperties.class))
                .isEqualTo(new SseProperties(Duration.ofSeconds(1), Duration.ofSeconds(15)));
        assertThat(binder(Map.of("likeness.access.sse.poll", "2s", "likeness.access.sse.heartbeat", "3s"))
                .bindOrCreate("likeness.access.sse", SseProperties.class))
                .isEqualTo(new SseProperties(Duration.ofSeconds(2), Duration.ofSeconds(3)));
        assertThat(binder(Map.of()).bindOrCreate("likeness.access.idempotency", IdempotencyProperties.class))
                .isEqualTo(new IdempotencyProperties(Duration.ofMinutes(1), Duration.ofHours(24)));
        assertThat(
                binder(Map.of("likeness.access.idempotency.take-over", "2s", "likeness.access.idempotency.keep", "3h"))
                        .bindOrCreate("likeness.access.idempotency", IdempotencyProperties.class))
                .isEqualTo(new IdempotencyProperties(Duration.ofSeconds(2), Duration.ofHours(3)));
    }

    private static AccessProperties bound(Map<String, String> values) {
        return binder(values).bindOrCreate("likeness.access", AccessProperties.class);
    }

    private static Binder binder(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values));
    }
}
