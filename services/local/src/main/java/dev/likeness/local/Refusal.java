package dev.likeness.local;

/** Something a person can put right; the message says what is wrong and what to do. */
public final class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}
