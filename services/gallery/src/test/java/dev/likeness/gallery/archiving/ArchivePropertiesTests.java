package dev.likeness.gallery.archiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeness.gallery.PropertiesOf;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchivePropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new ArchiveProperties(1000, 8));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(Map.of("gallery.archive.max-portraits", "3", "gallery.archive.at-once", "2")))
                .isEqualTo(new ArchiveProperties(3, 2));
    }

    private static ArchiveProperties bound(Map<String, String> settings) {
        return PropertiesOf.bound("gallery.archive", ArchiveProperties.class, settings);
    }
}
