package dev.likeness.sandbox.behaviour;

/** Whose face comes out of a prediction. */
public enum Identity {
    /** The person of the version's own photos, in a new picture. */
    OWN("own"),
    /** Somebody else: of another version, or the bundled stranger. */
    OTHER("other"),
    /** Halfway between the two. */
    BLEND("blend"),
    /** A scene without anybody. */
    NOFACE("noface"),
    /** A training photo as it is, only resized. */
    COPY("copy");

    private final String text;

    Identity(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
