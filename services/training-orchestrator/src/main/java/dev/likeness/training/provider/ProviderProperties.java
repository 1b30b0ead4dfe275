package dev.likeness.training.provider;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Whom to ask for trainings.
 *
 * @param baseUrl with the version, such as {@code https://host/v1}
 * @param owner the account that owns the destination
 * @param model the one private model that receives a version for each person
 * @param hardware said when the model is made; the provider overrides it for fine-tunes
 * @param timeout of a whole call
 * @param uploadTimeout of handing over a ZIP
 * @param concurrency calls at a time
 * @param attempts of calls that only read or remove, the first one included
 * @param maxResponse longest answer that is read
 * @param maxPages of the list of trainings that are read when an answer was lost
 * @param clockSkew how far the provider's clock may be off, when its list is read back to a time of
 * ours
 */
@Validated
@ConfigurationProperties("training.provider")
record ProviderProperties(@NotNull URI baseUrl, @NotBlank String token,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]+") String owner,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]+") @DefaultValue("likeness-portraits") String model,
        @NotBlank @DefaultValue("gpu-t4") String hardware, @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("30s") Duration timeout, @NotNull @DefaultValue("10m") Duration uploadTimeout,
        @Min(1) @DefaultValue("32") int concurrency, @Min(1) @DefaultValue("4") int attempts,
        @NotNull @DefaultValue("10MB") DataSize maxResponse, @Min(1) @DefaultValue("200") int maxPages,
        @NotNull @DefaultValue("5m") Duration clockSkew) {

    /** Without the token. */
    @Override
    public String toString() {
        return "ProviderProperties[baseUrl=" + baseUrl + ", owner=" + owner + ", model=" + model + "]";
    }
}
