package dev.likeness.gallery.deleting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The trash.
 *
 * @param keptFor how long a portrait that was thrown away can be had back
 */
@Validated
@ConfigurationProperties("gallery.trash")
record TrashProperties(@DefaultValue("30d") Duration keptFor) {

    TrashProperties {
        if (!keptFor.isPositive()) {
            throw new IllegalArgumentException("gallery.trash.kept-for is positive");
        }
    }
}
