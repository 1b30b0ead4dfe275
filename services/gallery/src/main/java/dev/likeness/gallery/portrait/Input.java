package dev.likeness.gallery.portrait;

/** What can happen to a portrait. */
public sealed interface Input {

    record Generated(Details details) implements Input {}

    /** The person wants to keep it, and its copy is in place. */
    record Save() implements Input {}

    record Delete() implements Input {}

    /** Somebody looks whether its time is over. */
    record Expire() implements Input {}
}
