package dev.likeness.training.api;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What those are told who watch a training.
 *
 * @param pulse how often, beside each step
 * @param learnAgain how long what past trainings took is taken for known
 */
@Validated
@ConfigurationProperties("training.watch")
record WatchProperties(@NotNull @DefaultValue("5s") Duration pulse,
        @NotNull @DefaultValue("1m") Duration learnAgain) {}
