package dev.likeness.bench;

import java.util.Arrays;
import java.util.Locale;

/** Numbers as a report shows them. */
public final class Figures {

    private static final String BARS = "▁▂▃▄▅▆▇█";

    private Figures() {}

    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** {@code 0.93 (0.88–0.97)}: the median and the range. */
    public static String spread(double... values) {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median(values), Arrays.stream(values).min().orElse(0),
                Arrays.stream(values).max().orElse(0));
    }

    public static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /**
     * The course of values in sixty characters, each the largest of its part; full height is
     * {@code top}.
     */
    public static String sparkline(double[] values, double top) {
        int width = Math.min(60, values.length);
        var line = new StringBuilder();
        for (int column = 0; column < width; column++) {
            int from = column * values.length / width;
            int to = Math.max(from + 1, (column + 1) * values.length / width);
            double largest = Arrays.stream(values, from, to).max().orElse(0);
            int bar = (int) Math.round(largest / top * (BARS.length() - 1));
            line.append(BARS.charAt(Math.clamp(bar, 0, BARS.length() - 1)));
        }
        return line.toString();
    }
}
