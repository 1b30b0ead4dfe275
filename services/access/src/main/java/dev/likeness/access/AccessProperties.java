package dev.likeness.access;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom to believe. Exactly one of {@code publicKey} and {@code jwkSetUri} is set.
 *
 * @param issuer the only accepted claim {@code iss}
 * @param audience must be among the claim {@code aud}
 * @param algorithm the only accepted signature
 * @param publicKey PEM or JWK: a file, or a location with {@code file:} or {@code classpath:}
 * @param jwkSetUri where the issuer publishes its keys
 * @param clockSkew how far the issuer's clock may be off
 * @param openPaths patterns that need no token beside the built-in ones
 * @param operatorPaths patterns that need the role {@code operator}
 * @param allowedOrigins other origins whose pages may call; none: no CORS at all
 */
@Validated
@ConfigurationProperties("likeness.access")
public record AccessProperties(@NotBlank String issuer, @NotBlank String audience,
        @DefaultValue("ES256") Algorithm algorithm, @Nullable String publicKey, @Nullable URI jwkSetUri,
        @DefaultValue("30s") Duration clockSkew, @DefaultValue List<String> openPaths,
        @DefaultValue("/ops/**") List<String> operatorPaths, @DefaultValue List<String> allowedOrigins) {

    /** Asymmetric only: a shared secret would let every service sign. */
    public enum Algorithm {
        ES256,
        RS256
    }

    public AccessProperties {
        if ((publicKey == null) == (jwkSetUri == null)) {
            throw new IllegalArgumentException(
                    "Set exactly one of likeness.access.public-key and likeness.access.jwk-set-uri");
        }
        openPaths = List.copyOf(openPaths);
        operatorPaths = List.copyOf(operatorPaths);
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
