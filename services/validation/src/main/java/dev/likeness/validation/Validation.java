package dev.likeness.validation;

import dev.likeness.access.AccessConfiguration;
import dev.likeness.messaging.MessagingConfiguration;
import dev.likeness.objects.ObjectsConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The service that checks photos. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({MessagingConfiguration.class, AccessConfiguration.class, ObjectsConfiguration.class})
public class Validation {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service as it is run, in a JVM of its own or beside the others. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(Validation.class).properties("spring.config.name=validation");
    }
}
