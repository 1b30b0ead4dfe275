package dev.likeness.access.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import dev.likeness.access.AccessProperties.Algorithm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads the public key of the issuer; a key that does not fit the algorithm stops the start. */
final class VerificationKeys {

    private static final int LEAST_RSA_BITS = 2048;

    private final ResourceLoader resources;

    VerificationKeys(ResourceLoader resources) {
        this.resources = resources;
    }

    /**
     * @param location a file, or a location with {@code file:} or {@code classpath:}
     */
    PublicKey read(String location, Algorithm algorithm) {
        PublicKey key;
        try {
            String text = resource(location).getContentAsString(StandardCharsets.UTF_8).strip();
            key = text.startsWith("{") ? jwk(text) : pem(text, algorithm);
        } catch (IOException | GeneralSecurityException | JOSEException | ParseException
                | IllegalArgumentException unreadable) {
            throw new IllegalStateException("likeness.access.public-key " + location
                    + " can't be read as a public key (PEM \"BEGIN PUBLIC KEY\", or JWK) for " + algorithm, unreadable);
        }
        if (!fits(key, algorithm)) {
            throw new IllegalStateException("likeness.access.public-key " + location + " is no key for " + algorithm
                    + ": wanted is " + switch (algorithm) {
                        case ES256 -> "an EC key on P-256";
                        case RS256 -> "an RSA key of at least " + LEAST_RSA_BITS + " bits";
                    });
        }
        return key;
    }

    private Resource resource(String location) {
        boolean prefixed = location.startsWith("classpath:") || location.startsWith("file:");
        return prefixed ? resources.getResource(location) : new FileSystemResource(Path.of(location));
    }

    private static PublicKey jwk(String text) throws ParseException, JOSEException {
        if (JWK.parse(text) instanceof AsymmetricJWK asymmetric) {
            return asymmetric.toPublicKey();
        }
        throw new IllegalArgumentException("not an asymmetric key");
    }

    private static PublicKey pem(String text, Algorithm algorithm) throws GeneralSecurityException {
        String base64 = text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
        return KeyFactory.getInstance(algorithm == Algorithm.ES256 ? "EC" : "RSA").generatePublic(encoded);
    }

    private static boolean fits(PublicKey key, Algorithm algorithm) {
        return switch (algorithm) {
            case ES256 -> key instanceof ECPublicKey ec && Curve.P_256.equals(Curve.forECParameterSpec(ec.getParams()));
            case RS256 -> key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
        };
    }
}
