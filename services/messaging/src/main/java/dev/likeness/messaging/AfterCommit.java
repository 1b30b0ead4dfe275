package dev.likeness.messaging;

/**
 * Somebody who looks at the database as soon as a transaction has committed, instead of at the next
 * poll.
 */
@FunctionalInterface
public interface AfterCommit {

    /** Returns at once; a lost call only costs the time to the next poll. */
    void wake();
}
