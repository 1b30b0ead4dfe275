package dev.likeness.imaging.examining;

/**
 * 64 bits that stay nearly the same when a picture is scaled, brightened or stored again: the signs
 * of the lowest 8 × 8 frequencies of its 32 × 32 means, left to right and top to bottom. The bit of
 * the mean itself says nothing and is always 0.
 */
final class PerceptualHash {

    private static final int SIDE = 32;
    private static final int FREQUENCIES = 8;
    private static final float[][] COSINES = cosines();

    private PerceptualHash() {}

    static long of(Luma luma) {
        float[] small = luma.width() >= SIDE && luma.height() >= SIDE
                ? luma.averaged(SIDE, SIDE).values()
                : new float[SIDE * SIDE];
        long hash = 0;
        float[][] byRows = new float[SIDE][FREQUENCIES];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int x = 0; x < SIDE; x++) {
                    byRows[y][u] += small[y * SIDE + x] * COSINES[u][x];
                }
            }
        }
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                float sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += byRows[y][u] * COSINES[v][y];
                }
                hash = hash << 1 | (sum > 0 && u + v > 0 ? 1 : 0);
            }
        }
        return hash;
    }

    private static float[][] cosines() {
        float[][] cosines = new float[FREQUENCIES][SIDE];
        for (int u = 0; u < FREQUENCIES; u++) {
            for (int x = 0; x < SIDE; x++) {
                cosines[u][x] = (float) Math.cos(Math.PI * u * (2 * x + 1) / (2 * SIDE));
            }
        }
        return cosines;
    }
}
