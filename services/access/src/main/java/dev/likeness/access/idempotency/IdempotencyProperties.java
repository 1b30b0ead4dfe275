package dev.likeness.access.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long keys count.
 *
 * @param takeOver when a request that neither ended nor failed counts as crashed; longer than the
 * slowest work
 * @param keep how long answers are kept
 */
@ConfigurationProperties("likeness.access.idempotency")
public record IdempotencyProperties(@DefaultValue("1m") Duration takeOver, @DefaultValue("24h") Duration keep) {}
