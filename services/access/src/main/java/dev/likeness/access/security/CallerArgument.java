package dev.likeness.access.security;

import dev.likeness.access.Caller;
import dev.likeness.access.ProblemException;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Hands the caller to controllers. On an open path without a token a {@code @Nullable Caller} is
 * null, a plain one a 401.
 */
final class CallerArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Mono<Object> caller = ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::getPrincipal);
        return parameter.isOptional()
                ? caller
                : caller.switchIfEmpty(Mono.error(() -> new ProblemException(SecurityProblems.missing())));
    }
}
