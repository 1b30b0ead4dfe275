package dev.likeness.training.spend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.training.run.Allowance;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SpendPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new SpendProperties(new BigDecimal("20"), new BigDecimal("500")));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of("training.spend.per-person-a-day", "0", "training.spend.all-a-day", "7.5")))
                .isEqualTo(new SpendProperties(new BigDecimal("0"), new BigDecimal("7.5")));
    }

    @Test
    void countsInMillionthsOfADollar() {
        assertThat(bind(Map.of()).left(1, 2)).isEqualTo(new Allowance(19_999_999, 499_999_998));
    }

    private static SpendProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("training.spend",
                SpendProperties.class);
    }
}
