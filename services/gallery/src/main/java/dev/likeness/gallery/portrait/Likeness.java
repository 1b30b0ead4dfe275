package dev.likeness.gallery.portrait;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How alike a portrait is to the person's own photos, as it was measured.
 *
 * @param score cosine similarity, from -1 to 1; null where it was not measured
 * @param percentile share of the person's own photos that are no more alike, from 0 to 100
 * @param heldBack whether a preview is shown only when the person asks for it
 * @param copiesPhoto whether it repeats a photo too closely
 */
public record Likeness(@Nullable Double score, Band band, @Nullable Double percentile, boolean heldBack,
        boolean copiesPhoto) {

    /** As what a person reads the score. */
    public enum Band {
        AS_YOUR_PHOTOS,
        ALIKE,
        DOUBTFUL,
        NOT_YOU,
        NOT_MEASURED;

        /** Empty where there is no band of that name. */
        public static Optional<Band> parse(String name) {
            return Arrays.stream(values()).filter(band -> band.name().equals(name)).findFirst();
        }
    }
}
