package dev.likeness.training.provider;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many calls all instances together make.
 *
 * @param perMinute less than the provider's 3,000 for everything but making predictions, because
 * the service that generates looks after its predictions on the same account
 * @param burst how many may have been saved up
 * @param keptBack the share of the burst that only urgent calls may use: paying and stopping
 * @param batch how many an instance takes at a time, so that not every call asks the database
 * @param keep how long an instance may use what it took
 * @param patience how long a call waits for permission
 */
@Validated
@ConfigurationProperties("training.provider.budget")
record BudgetProperties(@Min(1) @DefaultValue("2400") int perMinute, @Min(1) @DefaultValue("200") int burst,
        @DecimalMin("0") @DecimalMax("0.9") @DefaultValue("0.25") double keptBack,
        @Min(1) @DefaultValue("20") int batch, @NotNull @DefaultValue("5s") Duration keep,
        @NotNull @DefaultValue("3s") Duration patience) {

    double perSecond() {
        return perMinute / 60.0;
    }

    /** What has to stay for others after a call of that kind. */
    double reserve(Lane lane) {
        return lane.urgent() ? 0 : burst * keptBack;
    }
}
