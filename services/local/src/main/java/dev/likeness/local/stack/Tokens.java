package dev.likeness.local.stack;

import dev.likeness.access.tokens.TokenSigner;
import dev.likeness.local.instance.Home;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tokens for the local instance, which trusts the key in its own data directory. */
public final class Tokens {

    public static final String ISSUER = "likeness-local";
    public static final String AUDIENCE = "likeness";
    private static final Duration VALID_FOR = Duration.ofHours(12);

    private Tokens() {}

    public static String issue(Home home, String userId, boolean operator) {
        return TokenSigner.in(home.keys(), Clock.systemUTC())
                .issue(ISSUER, AUDIENCE, userId,
                        operator ? List.of("operator") : List.of(), VALID_FOR);
    }
}
