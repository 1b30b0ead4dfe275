package dev.likeness.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Makes pictures smaller by averaging: each new pixel is the mean of the area it covers, fractions
 * of pixels included. No ringing, no aliasing, and the same at every ratio.
 */
public final class AreaScaling {

    private final int fromWidth;
    private final int width;
    private final int height;
    private final Axis columns;
    private final Axis rows;

    public AreaScaling(int fromWidth, int fromHeight, int width, int height) {
        this.fromWidth = fromWidth;
        this.width = width;
        this.height = height;
        this.columns = new Axis(fromWidth, width);
        this.rows = new Axis(fromHeight, height);
    }

    /** For each new pixel of one axis: the first old one, how many, and the weight of each. */
    private static final class Axis {

        final int[] first;
        final float[][] weights;

        Axis(int from, int to) {
            first = new int[to];
            weights = new float[to][];
            double ratio = (double) from / to;
            for (int i = 0; i < to; i++) {
                double start = i * ratio;
                double end = Math.min(from, start + ratio);
                first[i] = (int) start;
                int last = Math.min(from, (int) Math.ceil(end - 1e-9));
                weights[i] = new float[Math.max(1, last - first[i])];
                for (int k = 0; k < weights[i].length; k++) {
                    double part = Math.min(end, first[i] + k + 1) - Math.max(start, first[i] + k);
                    weights[i][k] = (float) (part / ratio);
                }
            }
        }
    }

    /** Of an opaque picture ({@code TYPE_INT_RGB}). */
    public BufferedImage scale(BufferedImage image) {
        int[] from = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] to = ((DataBufferInt) scaled.getRaster().getDataBuffer()).getData();
        float[] reds = new float[fromWidth];
        float[] greens = new float[fromWidth];
        float[] blues = new float[fromWidth];
        for (int y = 0; y < height; y++) {
            gather(from, y, 16, reds);
            gather(from, y, 8, greens);
            gather(from, y, 0, blues);
            for (int x = 0; x < width; x++) {
                to[y * width + x] = mean(reds, x) << 16 | mean(greens, x) << 8 | mean(blues, x);
            }
        }
        return scaled;
    }

    /** Of one channel, row by row. */
    public float[] scale(float[] from) {
        float[] to = new float[width * height];
        float[] row = new float[fromWidth];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, 0);
            int line = rows.first[y] * fromWidth;
            for (float weight : rows.weights[y]) {
                for (int x = 0; x < fromWidth; x++) {
                    row[x] += weight * from[line + x];
                }
                line += fromWidth;
            }
            for (int x = 0; x < width; x++) {
                float sum = 0;
                int at = columns.first[x];
                for (float weight : columns.weights[x]) {
                    sum += weight * row[at++];
                }
                to[y * width + x] = sum;
            }
        }
        return to;
    }

    /** One channel at a time, in loops so plain that the compiler does several pixels at once. */
    private void gather(int[] from, int y, int shift, float[] row) {
        Arrays.fill(row, 0);
        int line = rows.first[y] * fromWidth;
        for (float weight : rows.weights[y]) {
            for (int x = 0; x < fromWidth; x++) {
                row[x] += weight * (from[line + x] >> shift & 0xff);
            }
            line += fromWidth;
        }
    }

    private int mean(float[] row, int x) {
        float sum = 0.5f;
        int at = columns.first[x];
        for (float weight : columns.weights[x]) {
            sum += weight * row[at++];
        }
        return Math.min(255, (int) sum);
    }
}
