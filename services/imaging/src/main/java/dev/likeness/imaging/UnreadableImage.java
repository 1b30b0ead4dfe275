package dev.likeness.imaging;

/**
 * A file that cannot be used as a photo, whoever tries and however often: the bytes have to change.
 */
public final class UnreadableImage extends RuntimeException {

    /** Why, with a sentence for the person who sent it. */
    public enum Reason {
        NOT_AN_IMAGE("This file is not a JPEG, PNG, WebP or HEIC picture, whatever its name says."),
        TRUNCATED("This picture ends too early: a part of the file is missing. Please send it again."),
        CORRUPT("This picture is damaged and can't be opened. Please export or take it again."),
        TOO_MANY_PIXELS("This picture has more pixels than can be taken. Please send a smaller version."),
        SEVERAL_FRAMES("This is an animation. Please send a still picture."),
        UNREADABLE("This picture can't be opened here. Please export it as a JPEG and send that.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public UnreadableImage(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    UnreadableImage(Reason reason, Throwable cause) {
        super(reason + ": " + cause.getClass().getSimpleName(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
