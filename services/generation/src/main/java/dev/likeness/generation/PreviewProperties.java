package dev.likeness.generation;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long portraits are there that nobody has saved.
 *
 * @param offered from the end of the shoot, as long as they can be saved
 * @param removed from the end of the shoot, when they are deleted; later, so that nobody saves what
 * is just going
 */
@ConfigurationProperties("generation.previews")
public record PreviewProperties(@DefaultValue("24h") Duration offered, @DefaultValue("26h") Duration removed) {

    public PreviewProperties {
        if (removed.compareTo(offered) < 0) {
            throw new IllegalArgumentException(
                    "generation.previews.removed is " + removed + ", but previews are offered for " + offered);
        }
    }
}
