package dev.likeness.generation.likeness;

import java.util.List;

/** What the portraits of a test shoot say of the model they were made with. */
public enum Finding {
    ALIKE,
    NOT_ALIKE,
    /** Too little was measured, or it points both ways. */
    UNCLEAR;

    private static final int FEWEST = 2;

    /**
     * A model is refused only where at least two portraits were measured, none of them is alike and
     * more than half are not the person: one that shows the person now and then is the person's to
     * judge.
     */
    public static Finding of(List<Likeness> portraits) {
        List<Band> measured = portraits.stream()
                .map(Likeness::band)
                .filter(band -> band != Band.NOT_MEASURED)
                .toList();
        if (measured.size() < FEWEST) {
            return UNCLEAR;
        }
        long alike = measured.stream().filter(band -> band == Band.AS_YOUR_PHOTOS || band == Band.ALIKE).count();
        long notThem = measured.stream().filter(band -> band == Band.NOT_YOU).count();
        if (alike == 0 && 2 * notThem > measured.size()) {
            return NOT_ALIKE;
        }
        return 2 * alike >= measured.size() ? ALIKE : UNCLEAR;
    }
}
