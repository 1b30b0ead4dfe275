package dev.likeness.access.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Signs tokens with ES256. */
public final class TokenSigner {

    private final ECKey key;
    private final Clock clock;

    TokenSigner(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * The signer of the directory: its keys are made on first use, in {@code private.jwk} (readable by
     * the owner alone) and {@code public.jwk}. Safe to call from several processes at once.
     *
     * @throws IllegalStateException if the files can't be read or written
     */
    public static TokenSigner in(Path directory, Clock clock) {
        return new TokenSigner(new KeyFiles(directory).loadOrCreate(), clock);
    }

    /** A signer with a key of its own that is kept nowhere. */
    public static TokenSigner random(Clock clock) {
        return new TokenSigner(newKey(), clock);
    }

    /**
     * What services verify with: the value of {@code likeness.access.public-key} is a file with this.
     */
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /**
     * A signed token, compact form.
     *
     * @param subject the userId; not checked here
     * @param roles {@code operator}, or none
     * @param ttl from now until the token expires
     */
    public String issue(String issuer, String audience, String subject, Collection<String> roles, Duration ttl) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .claim("roles", List.copyOf(roles))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ttl)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The key can't sign", impossible);
        }
        return token.serialize();
    }

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("This JVM can't make keys on P-256", impossible);
        }
    }
}
