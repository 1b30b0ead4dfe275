package dev.likeness.upload.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LimitPropertiesTests {

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new LimitProperties(50, DataSize.ofMegabytes(50), Duration.ofSeconds(30),
                        DataSize.ofKilobytes(8), 256, 64, Duration.ofSeconds(60), null));
        assertThat(bind(Map.of()).spool()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Test
    void mapsEveryProperty() {
        LimitProperties limits = bind(Map.of("upload.limits.photos", "40", "upload.limits.photo-size", "10MB",
                "upload.limits.idle", "5s", "upload.limits.slowest", "2KB", "upload.limits.at-once", "30",
                "upload.limits.at-once-per-person", "3", "upload.limits.queue", "1s", "upload.limits.spool-directory",
                "/somewhere"));

        assertThat(limits).isEqualTo(new LimitProperties(40, DataSize.ofMegabytes(10), Duration.ofSeconds(5),
                DataSize.ofKilobytes(2), 30, 3, Duration.ofSeconds(1), Path.of("/somewhere")));
        assertThat(limits.spool()).isEqualTo(Path.of("/somewhere"));
    }

    @Test
    void refusesPhotosWithoutBytes() {
        assertThatThrownBy(() -> bind(Map.of("upload.limits.photo-size", "0B"))).hasRootCauseMessage(
                "Sizes and durations under upload.limits are more than zero");
    }

    private static LimitProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("upload.limits",
                LimitProperties.class);
    }
}
