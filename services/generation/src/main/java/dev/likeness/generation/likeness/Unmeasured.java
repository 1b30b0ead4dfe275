package dev.likeness.generation.likeness;

/** Why a likeness could not be measured; the sentence is for the person. */
public enum Unmeasured {
    NO_FACE("No face was found in this picture."),
    SEVERAL_FACES("There are several faces in this picture, so none of them could be taken for yours."),
    TOO_SMALL("The face in this picture is too small to be compared."),
    UNCLEAR("The face in this picture can't be made out well enough to be compared."),
    TOO_FEW_PHOTOS("There are too few photos of you to compare with."),
    NOT_LOOKED_AT("This picture could not be looked at. It is kept all the same.");

    private final String sentence;

    Unmeasured(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
