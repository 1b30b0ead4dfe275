package dev.likeness.gallery.developing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.gallery.PropertiesOf;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ThumbnailsPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ThumbnailsProperties(320, 960, 2, 200, DataSize.ofMegabytes(30), 16_000_000));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(Map.of("gallery.thumbnails.small", "100", "gallery.thumbnails.large", "200",
                "gallery.thumbnails.concurrency", "3",
                "gallery.thumbnails.queue", "4", "gallery.thumbnails.max-size", "5MB", "gallery.thumbnails.max-pixels",
                "6"))).isEqualTo(new ThumbnailsProperties(100, 200, 3, 4, DataSize.ofMegabytes(5), 6));
    }

    private static ThumbnailsProperties bound(Map<String, String> settings) {
        return PropertiesOf.bound("gallery.thumbnails", ThumbnailsProperties.class, settings);
    }
}
