package dev.likeness.upload.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;

class EdgePropertiesTests {

    private static final Map<String, String> URLS = Map.of("upload.edge.validation-url", "http://v:1",
            "upload.edge.training-url", "http://t:2", "upload.edge.generation-url", "http://n:3",
            "upload.edge.gallery-url", "http://g:4");

    @Test
    void routesEveryPathOfTheContract() {
        EdgeProperties properties = bind(Map.of());

        assertThat(properties.routes()).isEqualTo(Map.of(
                Downstream.VALIDATION, List.of("/v1/uploads/*/report", "/v1/uploads/*/events", "/v1/uploads/*/train",
                        "/v1/uploads/*/photos/*/override"),
                Downstream.TRAINING, List.of("/v1/trainings", "/v1/trainings/**", "/webhooks/replicate"),
                Downstream.GENERATION,
                List.of("/v1/generations", "/v1/generations/**", "/v1/concepts", "/v1/concepts/**", "/v1/models",
                        "/v1/models/**",
                        "/v1/maya/**"),
                Downstream.GALLERY, List.of("/v1/gallery", "/v1/gallery/**")));
        assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.responseTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(properties.docsTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void mapsEveryProperty() {
        EdgeProperties properties = bind(Map.of("upload.edge.connect-timeout", "1s", "upload.edge.response-timeout",
                "7s", "upload.edge.docs-timeout", "8s", "upload.edge.routes.gallery", "/pictures/**"));

        assertThat(properties.url(Downstream.VALIDATION)).isEqualTo(URI.create("http://v:1"));
        assertThat(properties.url(Downstream.TRAINING)).isEqualTo(URI.create("http://t:2"));
        assertThat(properties.url(Downstream.GENERATION)).isEqualTo(URI.create("http://n:3"));
        assertThat(properties.url(Downstream.GALLERY)).isEqualTo(URI.create("http://g:4"));
        assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(properties.responseTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(properties.docsTimeout()).isEqualTo(Duration.ofSeconds(8));
        assertThat(properties.routes().get(Downstream.GALLERY)).containsExactly("/pictures/**");
    }

    private static EdgeProperties bind(Map<String, String> more) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("upload.yml"));
        var all = new HashMap<String, Object>();
        Properties file = Objects.requireNonNull(yaml.getObject());
        file.forEach((key, value) -> all.put(key.toString(), value));
        all.putAll(URLS);
        all.putAll(more);
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("upload.edge", EdgeProperties.class);
    }
}
