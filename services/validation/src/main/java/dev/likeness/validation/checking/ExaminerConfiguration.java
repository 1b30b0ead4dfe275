package dev.likeness.validation.checking;

import dev.likeness.imaging.darkroom.Darkroom;
import dev.likeness.validation.LimitsProperties;
import java.util.concurrent.CancellationException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExaminerConfiguration {

    @Bean
    Darkroom darkroom(DarkroomProperties properties, LimitsProperties limits) {
        return new Darkroom(properties.with(limits));
    }

    @Bean
    Examiner examiner(Darkroom darkroom) {
        return file -> {
            try {
                return darkroom.examine(file);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Nobody waits for this photo any more");
            }
        };
    }
}
