package dev.likeness.generation.likeness;

import java.util.Comparator;
import java.util.Optional;

/**
 * How alike one picture is to the person's own photos.
 *
 * @param figures present exactly where it was measured
 * @param unmeasured why it was not; present exactly where it was not
 * @param copiesPhoto whether the picture repeats one of the photos too closely
 */
public record Likeness(Band band, Optional<Figures> figures, Optional<Unmeasured> unmeasured, boolean copiesPhoto) {

    /**
     * The better the earlier: what is held back last, then by falling likeness, then what was not
     * measured.
     */
    public static final Comparator<Likeness> BEST_FIRST = Comparator.comparing(Likeness::heldBack)
            .thenComparing(Comparator.comparingDouble(Likeness::rank).reversed());

    /**
     * @param score cosine similarity, from -1 to 1
     * @param percentile share of the person's own photos that are no more alike to the others than this
     * picture is to them, from 0 to 100
     */
    public record Figures(double score, double percentile) {}

    public Likeness {
        if (figures.isPresent() == (band == Band.NOT_MEASURED) || figures.isPresent() == unmeasured.isPresent()) {
            throw new IllegalArgumentException("What was measured has figures, and all else a reason why not");
        }
    }

    static Likeness measured(Band band, Figures figures, boolean copiesPhoto) {
        return new Likeness(band, Optional.of(figures), Optional.empty(), copiesPhoto);
    }

    public static Likeness notMeasured(Unmeasured why) {
        return new Likeness(Band.NOT_MEASURED, Optional.empty(), Optional.of(why), false);
    }

    /** Whether it is shown only when the person asks for it. */
    public boolean heldBack() {
        return band == Band.NOT_YOU;
    }

    private double rank() {
        return figures.map(Figures::score).orElse(Double.NEGATIVE_INFINITY);
    }
}
