package dev.likeness.training.provider;

import java.time.Duration;

/** A call was not made, because too many were. */
final class BudgetSpent extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Duration after;

    BudgetSpent(Duration after) {
        super("The calls of the moment are spent", null, false, false);
        this.after = after;
    }

    /** When it is worth trying again. */
    Duration after() {
        return after;
    }
}
