package dev.likeness.objects;

import dev.likeness.objects.minio.MinioObjectStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Imported by services that keep objects. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectsProperties.class)
public class ObjectsConfiguration {

    @Bean(destroyMethod = "close")
    MinioObjectStore objectStore(ObjectsProperties properties) {
        return MinioObjectStore.connect(properties);
    }
}
