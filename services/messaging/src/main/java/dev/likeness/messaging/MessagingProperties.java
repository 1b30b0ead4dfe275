package dev.likeness.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param service name of the service; its consumers, leases and dead letters carry it
 * @param registryUrl the registry's own API, ending in {@code /apis/registry/v3}
 */
@Validated
@ConfigurationProperties("likeness.messaging")
public record MessagingProperties(@NotBlank String service, URI registryUrl, @Valid @DefaultValue Topics topics,
        @Valid @DefaultValue Relay relay, @Valid @DefaultValue Consumer consumer, @Valid @DefaultValue Worker worker,
        @Valid @DefaultValue Retention retention) {

    /**
     * @param partitions of each topic; never lowered
     * @param replication copies of each partition
     * @param retention how long records stay
     */
    public record Topics(@Positive @DefaultValue("12") int partitions, @Positive @DefaultValue("1") short replication,
            @DefaultValue("30d") Duration retention) {}

    /**
     * @param batch most rows published at a time
     * @param lease how long a silent relay stays the one; another takes over after that
     * @param poll longest pause between two looks without being woken
     */
    public record Relay(@Min(1) @Max(5000) @DefaultValue("500") int batch, @DefaultValue("6s") Duration lease,
            @DefaultValue("500ms") Duration poll) {}

    /**
     * @param concurrency consumers of each topic in one instance
     * @param attempts tries of a record that fails for no transient cause, before it goes to the dead
     * letters
     * @param maxBackOff longest pause between two tries
     */
    public record Consumer(@Positive @DefaultValue("1") int concurrency, @Positive @DefaultValue("6") int attempts,
            @DefaultValue("10s") Duration maxBackOff) {}

    /**
     * @param lease how long a silent worker keeps its job
     * @param poll longest pause between two looks without being woken
     */
    public record Worker(@DefaultValue("15s") Duration lease, @DefaultValue("500ms") Duration poll) {}

    /**
     * @param inbox how long handled events are remembered; longer than the topics' retention
     * @param done how long finished work is remembered
     */
    public record Retention(@DefaultValue("35d") Duration inbox, @DefaultValue("35d") Duration done) {}
}
