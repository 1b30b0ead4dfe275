package dev.likeness.training;

import dev.likeness.access.AccessConfiguration;
import dev.likeness.messaging.MessagingConfiguration;
import dev.likeness.objects.ObjectsConfiguration;
import dev.likeness.training.run.TrainingRules;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The service {@code training}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({MessagingConfiguration.class, AccessConfiguration.class, ObjectsConfiguration.class})
public class TrainingOrchestrator {

    public static void main(String[] args) {
        application().run(args);
    }

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(TrainingOrchestrator.class).properties("spring.config.name=training");
    }

    @Bean
    TrainingRules trainingRules(RunProperties properties) {
        return new TrainingRules(properties.terms());
    }
}
