package dev.likeness.imaging.reading;

import java.util.List;

/**
 * Colours of an area: shares of its pixels in 4 × 4 × 4 bins of red, green and blue, red slowest.
 *
 * @param shares 64 numbers from 0 to 1 with the sum 1; empty where there was no such area
 */
public record ColorHistogram(List<Float> shares) {

    public static final int BINS = 64;

    public ColorHistogram {
        shares = List.copyOf(shares);
        if (!shares.isEmpty() && shares.size() != BINS) {
            throw new IllegalArgumentException("A histogram of colours has " + BINS + " bins, not " + shares.size());
        }
    }

    /**
     * From 0, nothing in common, to 1, the same: the sum of the smaller shares. Empty ones have nothing
     * in common.
     */
    public double overlap(ColorHistogram other) {
        if (shares.isEmpty() || other.shares.isEmpty()) {
            return 0;
        }
        double common = 0;
        for (int bin = 0; bin < BINS; bin++) {
            common += Math.min(shares.get(bin), other.shares.get(bin));
        }
        return common;
    }
}
