package dev.likeness.generation.shoot;

import java.util.OptionalLong;

/** Which seed an attempt is made with. */
public final class Seeds {

    private Seeds() {}

    /**
     * A seed that the person asked for is used as it is by the first take and counted up by the others,
     * because the same seed would make the same pictures again; a later attempt keeps it. Otherwise the
     * one that was drawn.
     */
    public static long of(OptionalLong asked, int take, long drawn) {
        return asked.isPresent() ? (asked.getAsLong() + take) % (Parameters.MAX_SEED + 1) : drawn;
    }
}
