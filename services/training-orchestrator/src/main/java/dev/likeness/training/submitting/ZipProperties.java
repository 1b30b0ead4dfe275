package dev.likeness.training.submitting;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the provider gets the photos.
 *
 * @param zipDelivery by a presigned address of our store, or, where it can't reach that, through
 * its own files
 * @param zipValidity of the address, longer than the provider's queue
 */
@Validated
@ConfigurationProperties("training")
record ZipProperties(@NotNull @DefaultValue("presigned-url") Delivery zipDelivery,
        @NotNull @DefaultValue("2h") Duration zipValidity) {

    enum Delivery {
        PRESIGNED_URL,
        PROVIDER_FILE
    }
}
