package dev.likeness.training.settling;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a lost answer is searched for.
 *
 * @param pause between two looks into the provider's list
 * @param keepZip how long after the call its ZIP stays, so that a training accepted late is found
 * and not broken
 * @param afterEnd how long a training that ended unsettled is still searched for, to be stopped
 */
@Validated
@ConfigurationProperties("training.settle")
record SettleProperties(@NotNull @DefaultValue("10s") Duration pause, @NotNull @DefaultValue("45s") Duration keepZip,
        @NotNull @DefaultValue("1h") Duration afterEnd) {}
