package dev.likeness.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.validation.report.SetLimits;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LimitsPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new LimitsProperties(DataSize.ofBytes(10_240), DataSize.ofMegabytes(50),
                64_000_000, 65_500, 512, 1024, new LimitsProperties.SetSize(15, 27, 50),
                new LimitsProperties.Prepared(2048, 0.95)));
    }

    @Test
    void readsEveryKey() {
        Map<String, String> settings = new HashMap<>();
        settings.put("validation.limits.min-size", "1KB");
        settings.put("validation.limits.max-size", "2MB");
        settings.put("validation.limits.max-pixels", "3");
        settings.put("validation.limits.max-side", "4");
        settings.put("validation.limits.min-short-side", "5");
        settings.put("validation.limits.recommended-short-side", "6");
        settings.put("validation.limits.set.min-good", "7");
        settings.put("validation.limits.set.best", "8");
        settings.put("validation.limits.set.max", "9");
        settings.put("validation.limits.prepared.long-side", "10");
        settings.put("validation.limits.prepared.quality", "0.5");

        LimitsProperties limits = bound(settings);

        assertThat(limits).isEqualTo(new LimitsProperties(DataSize.ofKilobytes(1), DataSize.ofMegabytes(2), 3, 4, 5, 6,
                new LimitsProperties.SetSize(7, 8, 9), new LimitsProperties.Prepared(10, 0.5)));
        assertThat(limits.ofSet()).isEqualTo(new SetLimits(7, 8, 9));
    }

    @Test
    void refusesASetWhoseFewestIsMoreThanItsMost() {
        assertThatThrownBy(() -> new SetLimits(15, 10, 50)).hasMessageContaining("15");
    }

    private static LimitsProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("validation.limits",
                LimitsProperties.class);
    }
}
