package dev.likeness.imaging.examining;

/**
 * The variance of the Laplacian: how much brightness bends from pixel to pixel. It depends on the
 * scale it is taken at, so that is fixed.
 */
final class Sharpness {

    static final int LONG_SIDE = 1024;

    private Sharpness() {}

    /** 0 for a picture without an inner pixel. */
    static double of(Luma luma) {
        int width = luma.width();
        float[] values = luma.values();
        double sum = 0;
        double squares = 0;
        for (int y = 1; y < luma.height() - 1; y++) {
            float rowSum = 0;
            float rowSquares = 0;
            for (int at = y * width + 1; at < (y + 1) * width - 1; at++) {
                float bend = values[at - 1] + values[at + 1] + values[at - width] + values[at + width]
                        - 4 * values[at];
                rowSum += bend;
                rowSquares += bend * bend;
            }
            sum += rowSum;
            squares += rowSquares;
        }
        double count = (double) (width - 2) * (luma.height() - 2);
        return count < 1 || width < 3 ? 0 : Math.max(0, squares / count - sum / count * (sum / count));
    }
}
