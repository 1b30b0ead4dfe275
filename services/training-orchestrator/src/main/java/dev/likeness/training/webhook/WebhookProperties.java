package dev.likeness.training.webhook;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How webhooks are told from forgeries.
 *
 * @param secret the provider's, {@code whsec_} and base64; without one every webhook is refused
 * @param tolerance how old, or how far ahead of us, one may be
 * @param remember how long its id is kept, so that it takes effect once
 * @param maxBody longest one that is read
 * @param answerWithin however slow the database is; what is not done by then goes on
 * @param underWay how many may go on
 */
@Validated
@ConfigurationProperties("training.webhook")
record WebhookProperties(@DefaultValue("") String secret, @NotNull @DefaultValue("5m") Duration tolerance,
        @NotNull @DefaultValue("7d") Duration remember, @NotNull @DefaultValue("4MB") DataSize maxBody,
        @NotNull @DefaultValue("700ms") Duration answerWithin, @Min(1) @DefaultValue("100") int underWay) {

    private static final String PREFIX = "whsec_";

    WebhookProperties {
        if (!secret.isEmpty() && !secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("training.webhook.secret starts with whsec_");
        }
    }

    byte[] key() {
        return secret.isEmpty() ? new byte[0] : Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "WebhookProperties[tolerance=" + tolerance + ", remember=" + remember + "]";
    }
}
