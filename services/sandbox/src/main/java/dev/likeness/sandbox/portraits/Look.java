package dev.likeness.sandbox.portraits;

import java.util.Random;

/**
 * What a picture shall be like.
 *
 * @param width pixels
 * @param height pixels
 * @param seed decides everything that is left to chance
 * @param prompt moves the background and the light; the same words give the same picture
 */
public record Look(int width, int height, long seed, String prompt) {

    /** Chance for one part of the work, so that a change to one does not move the others. */
    Random chance(Part part) {
        long words = part == Part.LIGHT || part == Part.BACKDROP ? prompt.hashCode() : 0;
        return new Random(scattered(seed ^ scattered(words * Part.values().length + part.ordinal())));
    }

    /**
     * Neighbouring seeds must not give neighbouring pictures, as Random's first numbers would
     * (MurmurHash3's finaliser).
     */
    private static long scattered(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    enum Part {
        CHOICE,
        SUBJECT,
        BACKDROP,
        LIGHT
    }
}
