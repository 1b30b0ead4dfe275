package dev.likeness.training.schedules;

/** What must be true after every step; the numbers are those of the reliability reference. */
enum Invariant {
    /** I2: a training is paid for once at most, and only with permission to spend. */
    ONE_PAYMENT,
    /** A person has one live training at most in an epoch. */
    ONE_LIVE,
    /** I3: once all faults have healed, everything has ended and nothing is left to do anywhere. */
    CONSERVATION,
    /** I5: an event is handled once, and each change is announced once. */
    ONE_EFFECT,
    /** I6: a training only moves forward, and its end stays. */
    FORWARD,
    /** I10: nothing of an older epoch has an effect or is left over. */
    FRESH_START,
    /** Each attempt's money adds up, none is called without it, and the cap of the day holds. */
    MONEY
}
