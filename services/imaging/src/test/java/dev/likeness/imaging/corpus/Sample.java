package dev.likeness.imaging.corpus;

import dev.likeness.imaging.UnreadableImage.Reason;
import java.util.Set;

/**
 * One file of the corpus.
 *
 * @param name what is odd about it
 * @param width of a good one, upright; 0 for one that is to be refused
 * @param reasons of a refusal: more than one where decoders differ in what they notice first
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Sample(String name, byte[] file, int width, int height, Set<Reason> reasons) {

    static Sample good(String name, byte[] file, int width, int height) {
        return new Sample(name, file, width, height, Set.of());
    }

    static Sample bad(String name, byte[] file, Reason... reasons) {
        return new Sample(name, file, 0, 0, Set.of(reasons));
    }

    public boolean isGood() {
        return reasons.isEmpty();
    }
}
