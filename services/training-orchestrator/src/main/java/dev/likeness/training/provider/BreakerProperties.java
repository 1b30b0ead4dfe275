package dev.likeness.training.provider;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the provider is taken for down, so that nobody waits for it.
 *
 * @param calls the last ones that are looked at
 * @param failurePercent how many of them have to fail
 * @param pause until it is tried again
 */
@Validated
@ConfigurationProperties("training.provider.breaker")
record BreakerProperties(@Min(2) @DefaultValue("20") int calls,
        @Min(1) @Max(100) @DefaultValue("60") int failurePercent, @NotNull @DefaultValue("10s") Duration pause) {}
