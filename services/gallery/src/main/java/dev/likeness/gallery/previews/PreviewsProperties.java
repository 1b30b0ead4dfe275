package dev.likeness.gallery.previews;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long previews stay.
 *
 * @param offeredFor how long a preview can be saved where its event doesn't say until when
 * @param removedAfter how long after that it goes
 */
@Validated
@ConfigurationProperties("gallery.previews")
record PreviewsProperties(@DefaultValue("24h") Duration offeredFor, @DefaultValue("2h") Duration removedAfter) {

    PreviewsProperties {
        if (!offeredFor.isPositive() || removedAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "gallery.previews.offered-for is positive and removed-after not negative");
        }
    }
}
