package dev.likeness.generation.provider;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the provider is reached.
 *
 * @param baseUrl of its API, with the version: {@code https://…/v1}
 * @param token the bearer token; sent to that address alone
 * @param outputHosts where outputs may lie, over https: a host, {@code .domain} for every host
 * below it, or {@code host:port}, which on a loopback host may be plain http
 * @param connectTimeout to reach it
 * @param postTimeout for the answer to a paid call; after that it counts as lost
 * @param getTimeout for the answer to a question
 * @param downloadTimeout for one whole output
 * @param maxOutput largest output
 * @param concurrency requests to the API at once
 * @param getAttempts tries of a question
 */
@Validated
@ConfigurationProperties("generation.provider")
record ProviderProperties(@NotNull URI baseUrl, @NotBlank String token,
        @DefaultValue({
                "replicate.delivery", ".replicate.delivery"}) List<String> outputHosts,
        @DefaultValue("5s") Duration connectTimeout, @DefaultValue("15s") Duration postTimeout,
        @DefaultValue("10s") Duration getTimeout, @DefaultValue("30s") Duration downloadTimeout,
        @DefaultValue("25MB") DataSize maxOutput, @Positive @DefaultValue("8") int concurrency,
        @Min(1) @Max(10) @DefaultValue("4") int getAttempts) {

    ProviderProperties {
        outputHosts = List.copyOf(outputHosts);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ProviderProperties[baseUrl=" + baseUrl + ", outputHosts=" + outputHosts + "]";
    }
}
