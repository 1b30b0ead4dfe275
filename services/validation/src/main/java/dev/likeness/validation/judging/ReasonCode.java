package dev.likeness.validation.judging;

/**
 * Why a photo or a set is refused, or what was noticed beside. The names are part of the contract;
 * {@code docs/photos.md} explains each.
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
    /** It can't be opened here: two processes were lost over it. Kept, so that it costs no more. */
    UNREADABLE,
    /** The store could not give it back, which says nothing of the photo. */
    PHOTO_LOST,
    EXACT_DUPLICATE,
    NEAR_DUPLICATE(true),

    NO_FACE,
    /** Of a whole picture in which no face was found: that may be why. */
    PHOTO_TOO_DARK,
    PHOTO_TOO_BRIGHT,
    PHOTO_LOW_CONTRAST,
    PHOTO_BLURRED,
    SEVERAL_FACES,
    FACE_TOO_SMALL(true),
    /** A warning: it can be used, a larger one is better. */
    FACE_BELOW_RECOMMENDED,
    FACE_CUT_OFF(true),
    FACE_TURNED_AWAY(true),
    /** A warning: some from the side are welcome. */
    FACE_IN_PROFILE,
    FACE_BLURRED(true),
    /** A warning: not quite in focus. */
    FACE_SOFT,
    /** The face can't be made out well enough, though no single measure says why. */
    FACE_UNCLEAR(true),
    FACE_TOO_DARK(true),
    FACE_TOO_BRIGHT(true),
    FACE_LOW_CONTRAST(true),
    /** A warning: closed, or covered as by dark glasses. */
    EYES_CLOSED,

    NOT_THE_SAME_PERSON(true),
    /** A warning: not like enough to be sure, not unlike enough to say no. */
    MAYBE_NOT_THE_SAME_PERSON,
    /** A warning: nothing to compare the face by. */
    PERSON_NOT_COMPARED,

    TOO_FEW_GOOD_PHOTOS,
    TOO_MANY_PHOTOS,
    TWO_PEOPLE,
    /** A hint: fewer, better photos do as well. */
    MORE_PHOTOS_THAN_NEEDED,
    /** A hint: the set is good, but another one of this epoch is trained on already. */
    TRAINING_ALREADY_REQUESTED;

    private final boolean overridable;

    ReasonCode() {
        this(false);
    }

    ReasonCode(boolean overridable) {
        this.overridable = overridable;
    }

    /** Whether the person may know better than the check. */
    public boolean isOverridable() {
        return overridable;
    }
}
