package dev.likeness.access.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import dev.likeness.access.AccessProperties.Algorithm;
import java.text.ParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a token before its signature is looked at: that it is one of the kind we
 * take.
 */
final class TokenForm {

    // RFC 7519 leaves typ optional; any other value marks a token made for another purpose (RFC 8725, 3.11).
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final Algorithm algorithm;

    TokenForm(Algorithm algorithm) {
        this.algorithm = algorithm;
    }

    /**
     * @throws TokenRefused for a text that is no JWT, for another algorithm, another kind
     */
    void check(String token) {
        JWT parsed = parse(token);
        if (!algorithm.name().equals(parsed.getHeader().getAlgorithm().getName())) {
            throw new TokenRefused(TokenFault.WRONG_ALGORITHM,
                    "Only tokens signed with " + algorithm + " are accepted.");
        }
        if (!isKnown(parsed.getHeader().getType())) {
            throw new TokenRefused(TokenFault.WRONG_TYPE, "The header typ must be JWT or at+jwt.");
        }
    }

    private static boolean isKnown(@Nullable JOSEObjectType type) {
        return type == null || TYPES.contains(type);
    }

    private static JWT parse(String token) {
        try {
            JWT parsed = JWTParser.parse(token);
            if (parsed.getJWTClaimsSet() != null) {
                return parsed;
            }
        } catch (ParseException | IllegalArgumentException unreadable) {
            // Same answer as for a token that parses into nothing.
        }
        throw new TokenRefused(TokenFault.MALFORMED_TOKEN, "The bearer token is not a JSON Web Token.");
    }
}
