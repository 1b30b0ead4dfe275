package dev.likeness.upload.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SetPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of())).isEqualTo(new SetProperties(Duration.ofHours(24), Duration.ofHours(6),
                Duration.ofDays(7), Duration.ofHours(1)));
    }

    @Test
    void mapsEveryProperty() {
        assertThat(bind(Map.of("upload.sets.abandon-after", "1h", "upload.sets.loose-after", "2h",
                "upload.sets.keep-names", "3d", "upload.sets.tidy-every", "4m")))
                .isEqualTo(new SetProperties(Duration.ofHours(1), Duration.ofHours(2), Duration.ofDays(3),
                        Duration.ofMinutes(4)));
    }

    @Test
    void refusesToTidyWithoutAPause() {
        assertThatThrownBy(() -> bind(Map.of("upload.sets.tidy-every", "0s"))).hasRootCauseMessage(
                "Durations under upload.sets are positive");
    }

    private static SetProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("upload.sets",
                SetProperties.class);
    }
}
