package dev.likeness.training.run;

/**
 * The kinds of entries about an attempt's money, of each at most one for an attempt. At its end
 * reserved and overrun are together as much as consumed and released.
 */
public enum Entry {
    /** Set aside before anything is packed. */
    RESERVE,
    /** What it cost above what was set aside. */
    OVERRUN,
    /** What it cost. */
    CONSUME,
    /** What was set aside and did not have to be spent. */
    RELEASE
}
