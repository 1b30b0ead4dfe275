package dev.likeness.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.generation.likeness.Limits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingsTests {

    @Test
    void haveDefaults() {
        assertThat(bind(Map.of(), "generation.shoot", ShootProperties.class)).isEqualTo(
                new ShootProperties(Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofMinutes(40), 4, 2));
        assertThat(bind(Map.of(), "generation.previews", PreviewProperties.class))
                .isEqualTo(new PreviewProperties(Duration.ofHours(24), Duration.ofHours(26)));
    }

    @Test
    void mapEveryProperty() {
        assertThat(bind(Map.of("generation.shoot.grace", "1s", "generation.shoot.settle-pause", "2s",
                "generation.shoot.patience", "3s", "generation.shoot.concurrency", "5",
                "generation.shoot.replacements", "6"), "generation.shoot",
                ShootProperties.class))
                .isEqualTo(
                        new ShootProperties(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), 5, 6));
        assertThat(bind(Map.of("generation.previews.offered", "1h", "generation.previews.removed", "2h"),
                "generation.previews", PreviewProperties.class))
                .isEqualTo(new PreviewProperties(Duration.ofHours(1), Duration.ofHours(2)));
    }

    @Test
    void likenessHasDefaultsAndMapsEveryProperty() {
        assertThat(bind(Map.of(), "generation.likeness", LikenessProperties.class).limits())
                .isEqualTo(new Limits(new Limits.Face(0.7, 0.4, 64, 2.7), 5, 3, 10, 0.55, 0.40, 0.20,
                        new Limits.Copy(0.97, 10)));
        LikenessProperties other = bind(Map.ofEntries(Map.entry("generation.likeness.patience", "3s"),
                Map.entry("generation.likeness.fewest-photos", "6"), Map.entry("generation.likeness.nearest", "4"),
                Map.entry("generation.likeness.as-your-photos", "20"), Map.entry("generation.likeness.alike", "0.6"),
                Map.entry("generation.likeness.doubtful", "0.5"), Map.entry("generation.likeness.slack", "0.1"),
                Map.entry("generation.likeness.face.min-score", "0.8"),
                Map.entry("generation.likeness.face.counted-share", "0.5"),
                Map.entry("generation.likeness.face.min-height", "70"),
                Map.entry("generation.likeness.face.min-quality", "3"),
                Map.entry("generation.likeness.copy.likeness", "0.9"),
                Map.entry("generation.likeness.copy.hash-distance", "8")), "generation.likeness",
                LikenessProperties.class);
        assertThat(other.patience()).isEqualTo(Duration.ofSeconds(3));
        assertThat(other.limits()).isEqualTo(new Limits(new Limits.Face(0.8, 0.5, 70, 3), 6, 4, 20, 0.6, 0.5, 0.1,
                new Limits.Copy(0.9, 8)));
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
