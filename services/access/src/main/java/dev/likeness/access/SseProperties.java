package dev.likeness.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How live streams behave.
 *
 * @param poll how often stored events are read again when nothing wakes a stream
 * @param heartbeat how often a comment is sent on a quiet stream
 */
@ConfigurationProperties("likeness.access.sse")
public record SseProperties(@DefaultValue("1s") Duration poll, @DefaultValue("15s") Duration heartbeat) {}
