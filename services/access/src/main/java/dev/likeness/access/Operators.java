package dev.likeness.access;

import org.springframework.http.HttpStatus;

/**
 * What only operators may do. Paths under {@code /ops/} need no call: the security chain guards
 * them.
 */
public final class Operators {

    /** The value of the claim {@code roles} that makes a caller an operator. */
    public static final String ROLE = "operator";

    private Operators() {}

    /** Passes for an operator; a 403 {@code urn:problem:access:operators-only} for anybody else. */
    public static void require(Caller caller) {
        if (!caller.operator()) {
            throw Problems.of(HttpStatus.FORBIDDEN, Problems.ACCESS, "operators-only", "For operators only",
                    "This needs a token with the role \"operator\"; yours has not got it.");
        }
    }
}
