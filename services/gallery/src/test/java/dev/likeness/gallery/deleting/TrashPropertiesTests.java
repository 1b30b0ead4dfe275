package dev.likeness.gallery.deleting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeness.gallery.PropertiesOf;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrashPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bound(Map.of())).isEqualTo(new TrashProperties(Duration.ofDays(30)));
    }

    @Test
    void readsEveryKey() {
        assertThat(bound(Map.of("gallery.trash.kept-for", "2h"))).isEqualTo(new TrashProperties(Duration.ofHours(2)));
    }

    @Test
    void refusesATrashThatKeepsNothing() {
        assertThatThrownBy(() -> new TrashProperties(Duration.ZERO)).hasMessageContaining("gallery.trash.kept-for");
    }

    private static TrashProperties bound(Map<String, String> settings) {
        return PropertiesOf.bound("gallery.trash", TrashProperties.class, settings);
    }
}
