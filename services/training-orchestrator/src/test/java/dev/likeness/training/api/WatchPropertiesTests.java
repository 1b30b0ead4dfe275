package dev.likeness.training.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WatchPropertiesTests {

    @Test
    void hasDefaultsAndTakesEveryKey() {
        assertThat(bind(Map.of())).isEqualTo(new WatchProperties(Duration.ofSeconds(5), Duration.ofMinutes(1)));
        assertThat(bind(Map.of("training.watch.pulse", "1s", "training.watch.learn-again", "2s")))
                .isEqualTo(new WatchProperties(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    }

    private static WatchProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("training.watch", WatchProperties.class);
    }
}
