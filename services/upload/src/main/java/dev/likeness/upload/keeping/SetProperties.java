package dev.likeness.upload.keeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long things are kept.
 *
 * @param abandonAfter an open set that nobody touched for so long is removed with its photos
 * @param looseAfter an object that was being written for so long counts as left behind by a crash;
 * longer than the slowest upload of one request
 * @param keepNames how long after the verdict the names of photos are kept
 * @param tidyEvery how often each set is looked at for all this
 */
@Validated
@ConfigurationProperties("upload.sets")
public record SetProperties(@DefaultValue("24h") Duration abandonAfter, @DefaultValue("6h") Duration looseAfter,
        @DefaultValue("7d") Duration keepNames, @DefaultValue("1h") Duration tidyEvery) {

    public SetProperties {
        if (abandonAfter.isNegative() || looseAfter.isNegative() || keepNames.isNegative()
                || !tidyEvery.isPositive()) {
            throw new IllegalArgumentException("Durations under upload.sets are positive");
        }
    }
}
