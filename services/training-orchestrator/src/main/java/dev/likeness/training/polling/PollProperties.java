package dev.likeness.training.polling;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the provider is asked.
 *
 * @param min near the end of a training, and in short ones
 * @param max otherwise
 */
@Validated
@ConfigurationProperties("training.poll")
record PollProperties(@NotNull @DefaultValue("2s") Duration min, @NotNull @DefaultValue("15s") Duration max) {}
