package dev.likeness.sandbox.trainings;

/** A training's ZIP can't be used; the message is the training's error. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int files;

    Unusable(String error) {
        this(error, 0);
    }

    /** @param files how many were extracted before it showed */
    Unusable(String error, int files) {
        super(error);
        this.files = files;
    }

    String error() {
        return String.valueOf(getMessage());
    }

    int files() {
        return files;
    }
}
