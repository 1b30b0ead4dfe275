package dev.likeness.validation.checking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How photos are checked.
 *
 * @param concurrency photos one instance checks at once
 * @param missingAttempts tries of a photo whose bytes aren't in the store as its upload announced
 * them
 * @param attempts tries of a photo that the store doesn't give for another cause; the later ones
 * are five minutes apart
 */
@Validated
@ConfigurationProperties("validation.checking")
record CheckingProperties(@Positive @Max(64) @DefaultValue("2") int concurrency,
        @Positive @DefaultValue("4") int missingAttempts,
        @Positive @DefaultValue("20") int attempts) {}
