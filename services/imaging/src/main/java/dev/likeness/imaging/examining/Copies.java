package dev.likeness.imaging.examining;

/**
 * What is made of a photo beside its reading.
 *
 * @param longSide of the copy to train on, at most, in pixels
 * @param quality of that copy as a JPEG, above 0 and at most 1
 * @param thumbnailLongSide at most, in pixels
 * @param maxPixels photos with more are refused by their header
 */
public record Copies(int longSide, double quality, int thumbnailLongSide, long maxPixels) {

    public static final Copies DEFAULT = new Copies(2048, 0.95, 320, 64_000_000);

    /** A picture of this side still fits a worker's memory beside its copies. */
    private static final int MAX_LONG_SIDE = 4096;

    public Copies {
        if (longSide < 1 || longSide > MAX_LONG_SIDE || thumbnailLongSide < 1 || thumbnailLongSide > longSide) {
            throw new IllegalArgumentException("A copy's long side is 1 to " + MAX_LONG_SIDE + ", a thumbnail's no "
                    + "longer, not " + longSide + " and " + thumbnailLongSide);
        }
        if (!(quality > 0 && quality <= 1) || maxPixels < 1) {
            throw new IllegalArgumentException("Quality is above 0 and at most 1, and there are pixels: not " + quality
                    + " and " + maxPixels);
        }
    }
}
