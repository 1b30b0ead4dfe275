package dev.likeness.generation.painting;

import dev.likeness.generation.shoot.Parameters;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaintingConfiguration {

    @Bean
    DrawnSeeds drawnSeeds() {
        SecureRandom random = new SecureRandom();
        return () -> random.nextLong(Parameters.MAX_SEED + 1);
    }
}
