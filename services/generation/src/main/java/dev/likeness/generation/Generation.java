package dev.likeness.generation;

import dev.likeness.access.AccessConfiguration;
import dev.likeness.access.idempotency.IdempotencyConfiguration;
import dev.likeness.messaging.MessagingConfiguration;
import dev.likeness.objects.ObjectsConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The service as an application of its own. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({MessagingConfiguration.class, AccessConfiguration.class, IdempotencyConfiguration.class,
        ObjectsConfiguration.class})
public class Generation {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Generation.class).properties("spring.config.name=generation");
    }
}
