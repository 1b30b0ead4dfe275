package dev.likeness.access.security;

import com.nimbusds.jose.proc.BadJOSEException;
import dev.likeness.access.Problem;
import dev.likeness.access.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Form, then signature, then claims, so that whoever can't sign learns nothing about the claims we
 * want.
 */
final class TokenDecoder implements ReactiveJwtDecoder {

    private static final Logger log = LoggerFactory.getLogger(TokenDecoder.class);

    private final TokenForm form;
    private final ReactiveJwtDecoder signature;
    private final TokenClaims claims;

    TokenDecoder(TokenForm form, ReactiveJwtDecoder signature, TokenClaims claims) {
        this.form = form;
        this.signature = signature;
        this.claims = claims;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.fromRunnable(() -> form.check(token))
                .then(Mono.defer(() -> signature.decode(token)))
                .onErrorMap(BadJwtException.class, TokenDecoder::refused)
                // Not an AuthenticationException: the token may be good, only nobody can tell now.
                .onErrorMap(JwtException.class, TokenDecoder::keysUnavailable)
                .onErrorMap(IllegalStateException.class, TokenDecoder::keysUnavailable)
                .doOnNext(claims::check);
    }

    private static Throwable refused(BadJwtException failure) {
        return failure.getCause() instanceof BadJOSEException
                ? new TokenRefused(TokenFault.WRONG_SIGNATURE,
                        "The token's signature does not belong to a key of the issuer.")
                : new TokenRefused(TokenFault.MALFORMED_TOKEN, "The token's claims contradict each other.");
    }

    private static Throwable keysUnavailable(Throwable failure) {
        log.warn("The issuer's keys can't be read: {}", failure.getClass().getSimpleName());
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, Problems.ACCESS, "keys-unavailable",
                "Tokens can't be checked just now", "The issuer's keys can't be reached. Try again in a moment.")
                .with(Problem.RETRY_AFTER, 5);
    }
}
