package dev.likeness.imaging;

import java.util.Arrays;

/**
 * Divides the sides of a picture by a whole number while its rows come: a new pixel is the mean of
 * a square of old ones, at the right and lower edge of what there is of it.
 */
public final class Reduction {

    /** A long side of so much of the one that was asked for will do, and saves a second scaling. */
    private static final double ENOUGH = 0.9;
    private static final int MAX_FACTOR = 64;

    private final int fromWidth;
    private final int fromHeight;
    private final int factor;
    private final long[] sums;
    private final int[] row;
    private int rowsIn;
    private int rowsSeen;

    public Reduction(int fromWidth, int fromHeight, int factor) {
        this.fromWidth = fromWidth;
        this.fromHeight = fromHeight;
        this.factor = factor;
        this.row = new int[width()];
        this.sums = new long[width()];
    }

    /**
     * By how much a long side is best divided when {@code wanted} is asked for: the result is between
     * nine tenths and the double of it, or the picture itself.
     */
    public static int factor(int longSide, int wanted) {
        int up = Math.ceilDiv(longSide, wanted);
        int factor = longSide >= wanted * ENOUGH * up ? up : longSide / wanted;
        return Math.clamp(factor, 1, MAX_FACTOR);
    }

    public int width() {
        return (fromWidth + factor - 1) / factor;
    }

    public int height() {
        return (fromHeight + factor - 1) / factor;
    }

    /** Takes the next old row, opaque 0xRRGGBB. True when a {@link #row} is ready. */
    public boolean add(int[] from) {
        return add(from, 0);
    }

    /** As {@link #add(int[])}, of a row that begins at {@code offset}. */
    public boolean add(int[] from, int offset) {
        rowsSeen++;
        if (factor == 1) {
            System.arraycopy(from, offset, row, 0, fromWidth);
            return true;
        }
        int whole = fromWidth / factor;
        for (int x = 0, at = offset; x < whole; x++) {
            sums[x] += sum(from, at, at += factor);
        }
        if (whole < sums.length) {
            sums[whole] += sum(from, offset + whole * factor, offset + fromWidth);
        }
        rowsIn++;
        boolean ready = rowsIn == factor || rowsSeen == fromHeight;
        if (ready) {
            finishRow(whole);
        }
        return ready;
    }

    /** The new row; valid until the next old one comes. */
    public int[] row() {
        return row;
    }

    /** Red, green and blue in one number, 20 bits each: room for squares of {@link #MAX_FACTOR}. */
    private static long sum(int[] from, int start, int end) {
        long sum = 0;
        for (int i = start; i < end; i++) {
            long pixel = from[i];
            sum += (pixel & 0xff0000) << 24 | (pixel & 0xff00) << 12 | pixel & 0xff;
        }
        return sum;
    }

    private void finishRow(int whole) {
        for (int x = 0; x < sums.length; x++) {
            int count = rowsIn * (x < whole ? factor : fromWidth - whole * factor);
            row[x] = mean(sums[x] >> 40, count) << 16 | mean(sums[x] >> 20 & 0xfffff, count) << 8
                    | mean(sums[x] & 0xfffff, count);
        }
        Arrays.fill(sums, 0);
        rowsIn = 0;
    }

    private static int mean(long sum, int count) {
        return (int) (sum + count / 2) / count;
    }
}
