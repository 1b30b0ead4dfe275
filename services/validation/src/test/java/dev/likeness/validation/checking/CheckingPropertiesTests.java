package dev.likeness.validation.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CheckingPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new CheckingProperties(2, 4, 20));
    }

    @Test
    void readsEveryKey() {
        assertThat(
                bound(Map.of("validation.checking.concurrency", "3",
                        "validation.checking.missing-attempts", "5", "validation.checking.attempts", "6")))
                .isEqualTo(new CheckingProperties(3, 5, 6));
    }

    private static CheckingProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("validation.checking",
                CheckingProperties.class);
    }
}
