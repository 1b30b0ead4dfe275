package dev.likeness.gallery.portrait;

import java.time.Duration;

/** What can happen to a portrait. */
public sealed interface Input {

    record Generated(Details details) implements Input {}

    /** The person wants to keep it, and its copy is in place. */
    record Save() implements Input {}

    /** The person marks it as a favourite, or takes the mark away. */
    record Favour(boolean favourite) implements Input {}

    /** @param keptFor how long the person can have it back */
    record Trash(Duration keptFor) implements Input {}

    /** The person wants it back out of the trash. */
    record Restore() implements Input {}

    /** At once and for good. */
    record Delete() implements Input {}

    /** Somebody looks whether its time is over. */
    record Expire() implements Input {}
}
