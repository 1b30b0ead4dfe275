package dev.likeness.training.spend;

import dev.likeness.training.run.Allowance;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be spent on trainings in a day (UTC, by the database's clock), in US dollars; 0:
 * nothing.
 *
 * @param perPersonADay on one person in one epoch
 * @param allADay on all of them
 */
@Validated
@ConfigurationProperties("training.spend")
record SpendProperties(@NotNull @DecimalMin("0") @DefaultValue("20") BigDecimal perPersonADay,
        @NotNull @DecimalMin("0") @DefaultValue("500") BigDecimal allADay) {

    Allowance left(long spentOnPerson, long spentOnAll) {
        return new Allowance(micros(perPersonADay) - spentOnPerson, micros(allADay) - spentOnAll);
    }

    private static long micros(BigDecimal dollars) {
        return dollars.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
