package dev.likeness.training.provider;

import jakarta.validation.Valid;
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
 * Whom to ask for trainings. {@code owner} and {@code model} are changed only while nothing is
 * trained: a version in another destination is not taken for ours.
 *
 * @param baseUrl with the version, such as {@code https://host/v1}
 * @param owner the account that owns the destination
 * @param model the one private model that receives a version for each person, or what the names of
 * their own models begin with
 * @param destination one model for all, or one for each person; the provider has room for 1,000
 * @param hardware said when the model is made; the provider overrides it for fine-tunes
 * @param timeout of a whole call
 * @param lookTimeout of a look at one training, which is repeated anyway
 * @param uploadTimeout of handing over a ZIP
 * @param concurrency calls of each kind at a time
 * @param attempts of calls that only read or remove, the first one included
 * @param maxResponse longest answer that is read
 * @param maxPages of the list of trainings that are read when an answer was lost
 * @param clockSkew how far the provider's clock may be off, when its list is read back to a time of
 * ours
 * @param acceptedSchema fingerprint of a trainer's inputs that differ from those that were tried,
 * as the refusal names it, to train in spite of that
 */
@Validated
@ConfigurationProperties("training.provider")
record ProviderProperties(@NotNull URI baseUrl, @NotBlank String token,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]+") String owner,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9._-]+") @DefaultValue("likeness-portraits") String model,
        @NotNull @DefaultValue("shared") Sharing destination, @NotBlank @DefaultValue("gpu-t4") String hardware,
        @NotNull @DefaultValue("5s") Duration connectTimeout, @NotNull @DefaultValue("30s") Duration timeout,
        @NotNull @DefaultValue("10s") Duration lookTimeout, @NotNull @DefaultValue("10m") Duration uploadTimeout,
        @Valid @DefaultValue Concurrency concurrency, @Min(1) @DefaultValue("4") int attempts,
        @NotNull @DefaultValue("10MB") DataSize maxResponse, @Min(1) @DefaultValue("200") int maxPages,
        @NotNull @DefaultValue("5m") Duration clockSkew, @NotNull @DefaultValue("") String acceptedSchema) {

    /** Whose model a person's version goes into. */
    enum Sharing {
        SHARED,
        PER_PERSON
    }

    /**
     * @param pay paid calls and what they need to know first
     * @param stop cancellations and removals
     * @param send ZIPs
     * @param look looks at single trainings
     * @param list pages of lists
     */
    record Concurrency(@Min(1) @DefaultValue("8") int pay, @Min(1) @DefaultValue("8") int stop,
            @Min(1) @DefaultValue("4") int send, @Min(1) @DefaultValue("32") int look,
            @Min(1) @DefaultValue("8") int list) {}

    int room(Lane lane) {
        return switch (lane) {
            case PAY -> concurrency.pay();
            case STOP -> concurrency.stop();
            case SEND -> concurrency.send();
            case LOOK -> concurrency.look();
            case LIST -> concurrency.list();
        };
    }

    /** Connections for all of them. */
    int rooms() {
        return concurrency.pay() + concurrency.stop() + concurrency.send() + concurrency.look() + concurrency.list();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ProviderProperties[baseUrl=" + baseUrl + ", owner=" + owner + ", model=" + model + "]";
    }
}
