package dev.likeness.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param token the one bearer token that is accepted on {@code /v1}
 * @param webhookSecret {@code whsec_} and the base64 of the signing key
 * @param owner the account: owner of every model made here
 * @param dataDir where everything is kept
 * @param publicUrl scheme, host and port of the addresses in answers; the request's own where
 * absent
 * @param trainingDuration of a training, unless the behaviour says otherwise
 * @param predictionDuration of a prediction, unless the behaviour says otherwise
 * @param outputRetention how long a prediction's input, output and logs are kept after its end
 * @param fileRetention how long an uploaded file is kept
 * @param removalDelay how long the removal of a version takes
 * @param pageSize entries per page of a list, 1 to 100
 * @param trainingRetention how long a training's input, output and logs are shown after its end;
 * for ever where absent
 * @param requestsPerMinute calls of every kind but {@code POST /v1/predictions}; saved up for a
 * minute at most
 * @param predictionsPerMinute the same for {@code POST /v1/predictions}
 * @param maxModels models of the account at a time
 */
@ConfigurationProperties("sandbox")
public record SandboxProperties(
        @DefaultValue("r8_sandbox") String token,
        @DefaultValue("whsec_bGlrZW5lc3Mtc2FuZGJveC13ZWJob29rcw==") String webhookSecret,
        @DefaultValue("likeness") String owner,
        @DefaultValue("sandbox-data") Path dataDir,
        @Nullable URI publicUrl,
        @DefaultValue("20s") Duration trainingDuration,
        @DefaultValue("2s") Duration predictionDuration,
        @DefaultValue("1h") Duration outputRetention,
        @DefaultValue("24h") Duration fileRetention,
        @DefaultValue("2s") Duration removalDelay,
        @DefaultValue("100") int pageSize,
        @Nullable Duration trainingRetention,
        @DefaultValue("3000") int requestsPerMinute,
        @DefaultValue("600") int predictionsPerMinute,
        @DefaultValue("1000") int maxModels) {

    public SandboxProperties {
        if (token.isBlank()) {
            throw new IllegalArgumentException("sandbox.token is empty: give the token that callers will send");
        }
        if (pageSize < 1 || pageSize > 100) {
            throw new IllegalArgumentException("sandbox.page-size is " + pageSize + ", but must be 1 to 100");
        }
        if (requestsPerMinute < 1 || predictionsPerMinute < 1 || maxModels < 1) {
            throw new IllegalArgumentException("sandbox.requests-per-minute, sandbox.predictions-per-minute and "
                    + "sandbox.max-models must be at least 1");
        }
        if (!webhookSecret.startsWith("whsec_")) {
            throw new IllegalArgumentException("sandbox.webhook-secret must start with whsec_");
        }
    }

    /** The key behind {@code whsec_}. */
    public byte[] webhookKey() {
        return Base64.getDecoder().decode(webhookSecret.substring("whsec_".length()));
    }

    @Override
    public String toString() {
        return "SandboxProperties[owner=" + owner + ", dataDir=" + dataDir + "]";
    }
}
