package dev.likeness.training.polling;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the provider is asked.
 *
 * @param min near the end of a training, and in short ones
 * @param max otherwise, as long as there are few
 * @param looksPerMinute at single trainings by all instances together; with more trainings than
 * that allows, each is looked at less often, and the list tells which have ended
 * @param sweepFrom how many trainings there have to be for the list to be read
 * @param sweepEvery how often it is read then
 */
@Validated
@ConfigurationProperties("training.poll")
record PollProperties(@NotNull @DefaultValue("2s") Duration min, @NotNull @DefaultValue("15s") Duration max,
        @Min(1) @DefaultValue("1200") int looksPerMinute, @Min(1) @DefaultValue("200") int sweepFrom,
        @NotNull @DefaultValue("15s") Duration sweepEvery) {}
