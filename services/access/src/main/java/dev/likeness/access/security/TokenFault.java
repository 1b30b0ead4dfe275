package dev.likeness.access.security;

import java.util.Locale;

/**
 * Why a request has no caller; the slug of its problem type is the constant's name in kebab-case.
 */
enum TokenFault {
    MISSING_TOKEN("Token missing"),
    MALFORMED_TOKEN("Token malformed"),
    WRONG_ALGORITHM("Token signed in a way that is not accepted"),
    WRONG_TYPE("Token of another kind"),
    WRONG_SIGNATURE("Token signed by somebody else"),
    WRONG_ISSUER("Token of another issuer"),
    WRONG_AUDIENCE("Token for somebody else"),
    EXPIRED_TOKEN("Token expired"),
    NOT_YET_VALID("Token not valid yet"),
    BAD_SUBJECT("Token without a usable user id");

    private final String title;

    TokenFault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
