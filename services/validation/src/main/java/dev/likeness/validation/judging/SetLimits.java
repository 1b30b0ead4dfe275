package dev.likeness.validation.judging;

/**
 * How many photos a set needs.
 *
 * @param minGood fewest good photos
 * @param best beyond this many, more of them don't make the portraits better
 * @param max most photos of a set
 */
public record SetLimits(int minGood, int best, int max) {

    public SetLimits {
        if (minGood < 1 || best < minGood || max < best) {
            throw new IllegalArgumentException("A set needs 1 <= fewest <= best <= most photos, not " + minGood + ", "
                    + best + ", " + max);
        }
    }
}
