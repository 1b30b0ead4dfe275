package dev.likeness.access.security;

import dev.likeness.access.Problem;
import dev.likeness.access.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** A token that is not believed. Its message goes to the client and never quotes the token. */
final class TokenRefused extends AuthenticationException {

    private final TokenFault fault;

    TokenRefused(TokenFault fault, String detail) {
        super(detail);
        this.fault = fault;
    }

    TokenFault fault() {
        return fault;
    }

    Problem problem() {
        return problem(fault, String.valueOf(getMessage()));
    }

    static Problem problem(TokenFault fault, String detail) {
        return Problem.of(HttpStatus.UNAUTHORIZED, Problems.ACCESS, fault.slug(), fault.title(), detail);
    }
}
