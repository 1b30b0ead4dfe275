package dev.likeness.gallery.deleting;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How copies are removed.
 *
 * @param sweptAfter how long after a deletion its copy is removed once more: longer than any saving
 * takes
 */
@Validated
@ConfigurationProperties("gallery.copies")
record CopiesProperties(@DefaultValue("10m") Duration sweptAfter) {}
