package dev.likeness.access.security;

import dev.likeness.access.Caller;
import dev.likeness.access.Operators;
import dev.likeness.person.UserId;
import java.util.Collection;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** Who a believed token speaks of. */
final class Callers implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        return Mono.fromCallable(() -> new CallerAuthentication(new Caller(userId(token), isOperator(token))));
    }

    private static UserId userId(Jwt token) {
        String subject = token.getSubject();
        if (subject == null || subject.isEmpty()) {
            throw new TokenRefused(TokenFault.BAD_SUBJECT, "The token has no subject (sub).");
        }
        try {
            return UserId.of(subject);
        } catch (IllegalArgumentException refused) {
            throw new TokenRefused(TokenFault.BAD_SUBJECT,
                    "The subject (sub) of the token is no user id: it must be 1 to"
                            + " 40 letters and digits with at least one digit, or a UUID; it has " + subject.length()
                            + " characters.");
        }
    }

    private static boolean isOperator(Jwt token) {
        return token.getClaims().get("roles") instanceof Collection<?> roles && roles.contains(Operators.ROLE);
    }
}
