package dev.likeness.generation;

import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a shoot is carried out.
 *
 * @param grace how long a prediction may take to show in the provider's list after its answer was
 * lost; longer than {@code generation.provider.post-timeout}, so that no request is on its way any
 * more
 * @param settlePause between two looks into that list
 * @param patience from the request of a person until what is not done is given up; less than the
 * hour that the provider keeps outputs
 * @param concurrency predictions that one instance works on at once
 * @param replacements most portraits of one request that are made once more because they were not
 * alike enough, by one prediction of up to four; 0 for none
 */
@Validated
@ConfigurationProperties("generation.shoot")
public record ShootProperties(@DefaultValue("30s") Duration grace, @DefaultValue("3s") Duration settlePause,
        @DefaultValue("40m") Duration patience, @Positive @DefaultValue("4") int concurrency,
        @PositiveOrZero @DefaultValue("2") int replacements) {}
