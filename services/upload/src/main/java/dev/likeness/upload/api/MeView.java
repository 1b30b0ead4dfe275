package dev.likeness.upload.api;

import dev.likeness.person.Epoch;
import dev.likeness.person.Person;
import dev.likeness.upload.keeping.Held;
import java.util.ArrayList;
import java.util.List;

/**
 * What is held about the person, and what is asked of them.
 *
 * @param epoch counts the person's fresh starts, from 1
 */
record MeView(String userId, long epoch, HeldView held, List<Ask> asks) {

    /**
     * @param uploads sets, in any state
     * @param photos photos whose bytes are kept
     */
    record HeldView(long uploads, long photos) {}

    /**
     * @param code {@code upload-photos}, or {@code upload-again} after a fresh start
     * @param text a sentence for the person
     */
    record Ask(String code, String text) {}

    static MeView of(Person person, Held held) {
        return new MeView(person.userId().value(), person.epoch().value(),
                new HeldView(held.uploads(), held.photos()), asks(person.epoch(), held));
    }

    private static List<Ask> asks(Epoch epoch, Held held) {
        var asks = new ArrayList<Ask>();
        if (held.complete() > 0) {
            return asks;
        }
        asks.add(
                new Ask("upload-photos", "Upload 15 to 27 photos of yourself, each with your face and nobody else's."));
        if (Epoch.FIRST.isOlderThan(epoch)) {
            asks.add(new Ask("upload-again",
                    "Everything was started afresh and your earlier photos are gone. Please upload again."));
        }
        return asks;
    }
}
