package dev.likeness.gallery.deleting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.gallery.PropertiesOf;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new CopiesProperties(Duration.ofMinutes(10)));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(Map.of("gallery.copies.swept-after", "1s")))
                .isEqualTo(new CopiesProperties(Duration.ofSeconds(1)));
    }

    private static CopiesProperties bound(Map<String, String> settings) {
        return PropertiesOf.bound("gallery.copies", CopiesProperties.class, settings);
    }
}
