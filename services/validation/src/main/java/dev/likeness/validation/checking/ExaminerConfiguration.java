package dev.likeness.validation.checking;

import dev.likeness.validation.LimitsProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExaminerConfiguration {

    @Bean
    Examiner examiner(LimitsProperties limits) {
        return new PixelsExaminer(limits);
    }
}
