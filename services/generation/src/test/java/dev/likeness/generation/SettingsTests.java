package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTests {

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of(), "generation.shoot", ShootProperties.class)).isEqualTo(
                new ShootProperties(Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofMinutes(40), 4));
        assertThat(bind(Map.of(), "generation.previews", PreviewProperties.class))
                .isEqualTo(new PreviewProperties(Duration.ofHours(24), Duration.ofHours(26)));
    }

    @Test
    void mapEveryProperty() {
        assertThat(bind(Map.of("generation.shoot.grace", "1s", "generation.shoot.settle-pause", "2s",
                "generation.shoot.patience", "3s", "generation.shoot.concurrency", "5"), "generation.shoot",
                ShootProperties.class))
                .isEqualTo(new ShootProperties(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 5));
        assertThat(bind(Map.of("generation.previews.offered", "1h", "generation.previews.removed", "2h"),
                "generation.previews", PreviewProperties.class))
                .isEqualTo(new PreviewProperties(Duration.ofHours(1), Duration.ofHours(2)));
    }

    @Test
    void refuseToRemoveWhatIsStillOffered() {
        assertThatThrownBy(() -> new PreviewProperties(Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> T bind(Map<String, String> settings, String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate(prefix, type);
    }
}
