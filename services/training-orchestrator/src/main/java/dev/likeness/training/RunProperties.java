package dev.likeness.training;

import dev.likeness.training.run.Terms;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a training is run.
 *
 * @param deadline from the request on, after which it is stopped
 * @param stallAfter how long the provider may be heard from without any progress before it is
 * stopped; more than twice {@code training.poll.max}
 * @param patience how long after its deadline the provider may take to confirm
 * @param maxAttempts attempts of one training; a further one only when the earlier is void
 * @param settleGrace how long after an attempt's ZIP is gone the provider's list is read again;
 * longer than that list may lag behind
 * @param announceEvery shortest time between two announcements of progress
 * @param pricePerSecond of training, in US dollars: an H100 at the provider's published price
 */
@Validated
@ConfigurationProperties("training.run")
public record RunProperties(@NotNull @DefaultValue("3h") Duration deadline,
        @NotNull @DefaultValue("20m") Duration stallAfter,
        @NotNull @DefaultValue("15m") Duration patience, @Min(1) @Max(10) @DefaultValue("3") int maxAttempts,
        @NotNull @DefaultValue("60s") Duration settleGrace, @NotNull @DefaultValue("10s") Duration announceEvery,
        @NotNull @DefaultValue("0.001525") BigDecimal pricePerSecond) {

    Terms terms() {
        return new Terms(maxAttempts, settleGrace, patience, deadline, stallAfter, announceEvery,
                pricePerSecond.movePointRight(6).longValueExact());
    }
}
