package dev.likeness.access.security;

import dev.likeness.access.AccessProperties;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a correctly signed token must say before it is believed. */
final class TokenClaims {

    private final AccessProperties properties;
    private final Clock clock;

    TokenClaims(AccessProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @throws TokenRefused naming the first claim that is wrong
     */
    void check(Jwt token) {
        Object issuer = token.getClaims().get("iss");
        if (issuer == null || !properties.issuer().equals(issuer.toString())) {
            throw new TokenRefused(TokenFault.WRONG_ISSUER, "The token was not issued by " + properties.issuer() + ".");
        }
        if (token.getAudience() == null || !token.getAudience().contains(properties.audience())) {
            throw new TokenRefused(TokenFault.WRONG_AUDIENCE, "The token is not for " + properties.audience() + ".");
        }
        checkTimes(token, clock.instant());
    }

    private void checkTimes(Jwt token, Instant now) {
        Instant expiry = token.getExpiresAt();
        if (expiry == null) {
            throw new TokenRefused(TokenFault.EXPIRED_TOKEN, "The token has no expiry (exp); get one that has.");
        }
        if (!now.isBefore(expiry.plus(properties.clockSkew()))) {
            throw new TokenRefused(TokenFault.EXPIRED_TOKEN, "The token expired at " + expiry + "; get a new one.");
        }
        Instant start = token.getNotBefore();
        if (start != null && now.isBefore(start.minus(properties.clockSkew()))) {
            throw new TokenRefused(TokenFault.NOT_YET_VALID, "The token is not valid before " + start + ".");
        }
    }
}
