package dev.likeness.chaos.parts;

import java.time.Duration;
import java.util.Map;

/**
 * The orchestrator's settings of time, shortened so that a run of minutes goes through what takes
 * hours. They stand to each other as the real ones do.
 */
public final class Haste {

    /** Longer than every lease and than the time a consumer may stay silent. */
    public static final Duration FREEZE = Duration.ofSeconds(12);

    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("likeness.messaging.topics.partitions", "3"),
            Map.entry("likeness.messaging.worker.lease", "3s"),
            Map.entry("likeness.messaging.worker.poll", "250ms"),
            Map.entry("likeness.messaging.relay.lease", "6s"),
            Map.entry("likeness.messaging.relay.poll", "250ms"),
            Map.entry("likeness.messaging.consumer.max-back-off", "1s"),
            // 6 s is the least that a broker allows.
            Map.entry("spring.kafka.consumer.properties.session.timeout.ms", "6000"),
            Map.entry("spring.kafka.consumer.properties.heartbeat.interval.ms", "1000"),
            Map.entry("spring.kafka.consumer.properties.max.poll.interval.ms", "10000"),
            Map.entry("training.provider.timeout", "3s"),
            Map.entry("training.provider.connect-timeout", "2s"),
            Map.entry("training.provider.clock-skew", "5s"),
            // Of a day's money and a minute's calls a run of minutes uses those of many.
            Map.entry("training.spend.all-a-day", "1000000"),
            Map.entry("training.provider.budget.per-minute", "100000"),
            Map.entry("training.provider.budget.burst", "10000"),
            Map.entry("training.provider.breaker.pause", "1s"),
            Map.entry("training.provider.look-timeout", "3s"),
            Map.entry("training.poll.looks-per-minute", "100000"),
            Map.entry("training.poll.min", "400ms"),
            Map.entry("training.poll.max", "1s"),
            Map.entry("training.settle.pause", "500ms"),
            Map.entry("training.settle.keep-zip", "4s"),
            Map.entry("training.run.settle-grace", "2s"),
            Map.entry("training.run.announce-every", "2s"));

    private Haste() {}
}
