package dev.likeness.access.security;

import dev.likeness.access.Caller;
import dev.likeness.access.Operators;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A verified caller. The token itself is not kept, so that nothing can log or forward it from here.
 */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(caller.operator() ? List.of(new SimpleGrantedAuthority(Operators.ROLE)) : List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.userId().value();
    }
}
