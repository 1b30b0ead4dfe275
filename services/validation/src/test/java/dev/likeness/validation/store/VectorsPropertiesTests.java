package dev.likeness.validation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class VectorsPropertiesTests {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void readsTheKeyAndNeverShowsIt() {
        VectorsProperties properties = bound(Map.of("validation.vectors.key", KEY + "\n"));

        assertThat(properties.bytes()).hasSize(32);
        assertThat(properties.toString()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ="})
    void refusesToStartWithoutAKeyOfThirtyTwoBytes(String key) {
        assertThatThrownBy(() -> bound(Map.of("validation.vectors.key", key)))
                .hasStackTraceContaining("32 random bytes in base64");
    }

    private static VectorsProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("validation.vectors",
                VectorsProperties.class);
    }
}
