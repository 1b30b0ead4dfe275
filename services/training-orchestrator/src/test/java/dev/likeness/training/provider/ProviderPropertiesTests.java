package dev.likeness.training.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.provider.ProviderProperties.Concurrency;
import dev.likeness.training.provider.ProviderProperties.Sharing;
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
                "r8_secret", "me", "likeness-portraits", Sharing.SHARED, "gpu-t4", Duration.ofSeconds(5),
                Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10),
                new Concurrency(8, 8, 4, 32, 8), 4, DataSize.ofMegabytes(10), 200, Duration.ofMinutes(5), ""));
        assertThat(bindTo("training.provider.budget", BudgetProperties.class, Map.of()))
                .isEqualTo(new BudgetProperties(2400, 200, 0.25, 20, Duration.ofSeconds(5), Duration.ofSeconds(3)));
        assertThat(bindTo("training.provider.breaker", BreakerProperties.class, Map.of()))
                .isEqualTo(new BreakerProperties(20, 60, Duration.ofSeconds(10)));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.ofEntries(Map.entry("training.provider.model", "m"),
                Map.entry("training.provider.destination", "per-person"),
                Map.entry("training.provider.hardware", "cpu"),
                Map.entry("training.provider.connect-timeout", "1s"), Map.entry("training.provider.timeout", "2s"),
                Map.entry("training.provider.look-timeout", "9s"), Map.entry("training.provider.upload-timeout", "3s"),
                Map.entry("training.provider.concurrency.pay", "1"),
                Map.entry("training.provider.concurrency.stop", "2"),
                Map.entry("training.provider.concurrency.send", "3"),
                Map.entry("training.provider.concurrency.look", "4"),
                Map.entry("training.provider.concurrency.list", "5"), Map.entry("training.provider.attempts", "5"),
                Map.entry("training.provider.max-response", "6MB"), Map.entry("training.provider.max-pages", "7"),
                Map.entry("training.provider.clock-skew", "8s"),
                Map.entry("training.provider.accepted-schema", "f"))))
                .isEqualTo(new ProviderProperties(URI.create("https://provider.test/v1"), "r8_secret", "me", "m",
                        Sharing.PER_PERSON, "cpu", Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(9),
                        Duration.ofSeconds(3), new Concurrency(1, 2, 3, 4, 5), 5, DataSize.ofMegabytes(6), 7,
                        Duration.ofSeconds(8), "f"));
        assertThat(bindTo("budget", BudgetProperties.class, Map.of("budget.per-minute", "1", "budget.burst", "2",
                "budget.kept-back", "0.3", "budget.batch", "4", "budget.keep", "5s", "budget.patience", "6s")))
                .isEqualTo(new BudgetProperties(1, 2, 0.3, 4, Duration.ofSeconds(5), Duration.ofSeconds(6)));
        assertThat(bindTo("breaker", BreakerProperties.class,
                Map.of("breaker.calls", "3", "breaker.failure-percent", "4", "breaker.pause", "5s")))
                .isEqualTo(new BreakerProperties(3, 4, Duration.ofSeconds(5)));
    }

    @Test
    void keepsTheTokenToItself() {
        assertThat(bind(Map.of())).asString().doesNotContain("r8_secret");
    }

    private static ProviderProperties bind(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(REQUIRED);
        properties.putAll(more);
        return bindTo("training.provider", ProviderProperties.class, properties);
    }

    private static <T> T bindTo(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
