package dev.likeness.generation.likeness;

/**
 * What separates the bands; why these figures, see {@code docs/likeness.md}.
 *
 * @param face which faces can be compared at all
 * @param fewestPhotos with fewer there is no distribution to speak of
 * @param nearest how many of the most alike photos a likeness is the mean of
 * @param asYourPhotos least percentile of what is as alike as the person's own photos, 0 to 100
 * @param alike least score of what is alike
 * @param doubtful least score of what is doubtful
 * @param slack how much less alike than the person's own photos a picture that is alike may be
 * @param copy what repeats a photo
 */
public record Limits(Face face, int fewestPhotos, int nearest, double asYourPhotos, double alike, double doubtful,
        double slack, Copy copy) {

    /**
     * @param minScore of the detector, below which it is none
     * @param countedShare of the tallest face's height, below which another one is background
     * @param minHeight pixels, below which it can't be compared
     * @param minQuality of its vector, below which it can't be compared
     */
    public record Face(double minScore, double countedShare, double minHeight, double minQuality) {}

    /**
     * @param likeness least cosine to one photo
     * @param hashDistance most bits of the perceptual hash that may differ
     */
    public record Copy(double likeness, int hashDistance) {}
}
