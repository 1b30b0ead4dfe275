package dev.likeness.generation.likeness;

/** How alike, as a person reads it; from the best to the worst, and what has no place in that. */
public enum Band {
    AS_YOUR_PHOTOS("As alike as your own photos are to each other."),
    ALIKE("Alike: this is you, if not as your photos show you."),
    DOUBTFUL("Doubtful: somebody who has something of you."),
    NOT_YOU("Not you, as far as can be measured."),
    NOT_MEASURED("The likeness could not be measured.");

    private final String sentence;

    Band(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
