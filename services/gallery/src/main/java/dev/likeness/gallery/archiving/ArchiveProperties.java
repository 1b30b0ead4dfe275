package dev.likeness.gallery.archiving;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is packed.
 *
 * @param maxPortraits most portraits of one archive
 * @param atOnce how many archives are sent at one time; each holds one of the store's connections
 */
@Validated
@ConfigurationProperties("gallery.archive")
record ArchiveProperties(@Positive @Max(10_000) @DefaultValue("1000") int maxPortraits,
        @Positive @DefaultValue("8") int atOnce) {}
