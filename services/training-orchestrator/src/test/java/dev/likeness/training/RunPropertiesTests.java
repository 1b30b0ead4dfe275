package dev.likeness.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RunPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new RunProperties(Duration.ofHours(3), Duration.ofMinutes(20), Duration.ofMinutes(15), 3,
                        Duration.ofSeconds(60), Duration.ofSeconds(10), new BigDecimal("0.001525")));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of("training.run.deadline", "1h", "training.run.stall-after", "7m", "training.run.patience",
                "5m",
                "training.run.max-attempts", "2", "training.run.settle-grace", "90s", "training.run.announce-every",
                "1s", "training.run.price-per-second", "0.0014")))
                .isEqualTo(new RunProperties(Duration.ofHours(1), Duration.ofMinutes(7), Duration.ofMinutes(5), 2,
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(1), new BigDecimal("0.0014")));
    }

    @Test
    void countsInMillionthsOfADollar() {
        assertThat(bind(Map.of()).terms()).isEqualTo(
                new Terms(3, Duration.ofSeconds(60), Duration.ofMinutes(15), Duration.ofHours(3),
                        Duration.ofMinutes(20), Duration.ofSeconds(10), 1525));
    }

    private static RunProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("training.run",
                RunProperties.class);
    }
}
