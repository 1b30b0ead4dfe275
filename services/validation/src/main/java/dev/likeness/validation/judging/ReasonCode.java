package dev.likeness.validation.report;

/**
 * Why a photo or a set is refused, or what was noticed beside. The names are part of the contract.
 */
public enum ReasonCode {
    NOT_AN_IMAGE,
    FILE_TOO_SMALL,
    FILE_TOO_LARGE,
    TOO_MANY_PIXELS,
    SIDE_TOO_LONG,
    RESOLUTION_TOO_LOW,
    /** A warning: it can be used, a larger one is better. */
    RESOLUTION_BELOW_RECOMMENDED,
    TRUNCATED,
    CORRUPT,
    SEVERAL_FRAMES,
    EXACT_DUPLICATE,
    /** It can't be opened here, or the store could not give it back. */
    UNREADABLE,

    TOO_FEW_GOOD_PHOTOS,
    TOO_MANY_PHOTOS,
    /** A hint: fewer, better photos do as well. */
    MORE_PHOTOS_THAN_NEEDED,
    /** A hint: the set is good, but another one of this epoch is trained on already. */
    TRAINING_ALREADY_REQUESTED
}
