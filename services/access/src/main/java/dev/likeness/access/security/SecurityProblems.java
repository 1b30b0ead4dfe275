package dev.likeness.access.security;

import dev.likeness.access.Problem;
import dev.likeness.access.Problems;
import dev.likeness.access.problem.ProblemWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How the security chain says no. */
final class SecurityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(SecurityProblems.class);

    private final ProblemWriter writer;

    SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException refusal) {
        Problem problem = switch (refusal) {
            case TokenRefused refused -> refused.problem();
            // Raised before the token reaches the decoder: an Authorization header that can't hold one.
            case OAuth2AuthenticationException _ -> TokenRefused.problem(TokenFault.MALFORMED_TOKEN,
                    "The header Authorization must be \"Bearer\" and one token, and the token nowhere else.");
            default -> missing();
        };
        log.debug("Refused with 401: {}", problem.type());
        var challenge = new HttpHeaders();
        challenge.set(HttpHeaders.WWW_AUTHENTICATE,
                refusal instanceof TokenRefused ? "Bearer error=\"invalid_token\"" : "Bearer");
        return writer.write(exchange, problem, challenge);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        Problem problem = Problem.of(HttpStatus.FORBIDDEN, Problems.ACCESS, "operators-only", "For operators only",
                "This needs a token with the role \"operator\"; yours has not got it.");
        return writer.write(exchange, problem, HttpHeaders.EMPTY);
    }

    static Problem missing() {
        return TokenRefused.problem(TokenFault.MISSING_TOKEN,
                "This needs a token: send it in the header Authorization as \"Bearer <token>\".");
    }
}
