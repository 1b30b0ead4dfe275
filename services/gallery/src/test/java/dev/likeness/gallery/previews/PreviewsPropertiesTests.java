package dev.likeness.gallery.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.gallery.PropertiesOf;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewsPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new PreviewsProperties(Duration.ofHours(24), Duration.ofHours(2)));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(Map.of("gallery.previews.offered-for", "3s", "gallery.previews.removed-after", "1s")))
                .isEqualTo(new PreviewsProperties(Duration.ofSeconds(3), Duration.ofSeconds(1)));
    }

    @Test
    void refusesAnOfferOfNoTime() {
        assertThatThrownBy(() -> new PreviewsProperties(Duration.ZERO, Duration.ZERO))
                .hasMessageContaining("gallery.previews.offered-for");
    }

    private static PreviewsProperties bound(Map<String, String> settings) {
        return PropertiesOf.bound("gallery.previews", PreviewsProperties.class, settings);
    }
}
