package dev.likeness.upload;

import dev.likeness.access.AccessConfiguration;
import dev.likeness.access.idempotency.IdempotencyConfiguration;
import dev.likeness.messaging.MessagingConfiguration;
import dev.likeness.objects.ObjectsConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({MessagingConfiguration.class, AccessConfiguration.class, IdempotencyConfiguration.class,
        ObjectsConfiguration.class})
public class Upload {

    public static void main(String[] args) {
        var _ = application().run(args);
    }

    /** The application under its own configuration name, so that several services fit into one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Upload.class).properties("spring.config.name=upload");
    }
}
