package dev.likeness.sandbox.behaviour;

/** What the provider's filter drops. */
public enum Nsfw {
    NONE("none"),
    /** Every second image: of four come out-0 and out-2; a single one is kept. */
    SOME("some"),
    /** All, so the prediction fails. */
    ALL("all");

    private final String text;

    Nsfw(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
