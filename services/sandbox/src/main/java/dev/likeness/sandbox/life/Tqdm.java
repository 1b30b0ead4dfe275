package dev.likeness.sandbox.life;

import java.util.Locale;

/** The parts of a tqdm progress line. */
final class Tqdm {

    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int WIDTH = 10;

    private Tqdm() {}

    /** {@code  31%|███▏      | 310/1000}. */
    static String bar(int done, int total) {
        double part = (double) done / total;
        int eighths = (int) (part * WIDTH * 8);
        StringBuilder bar = new StringBuilder("█".repeat(eighths / 8));
        if (bar.length() < WIDTH) {
            bar.append(EIGHTHS.charAt(eighths % 8));
        }
        bar.append(" ".repeat(WIDTH - bar.length()));
        return String.format(Locale.ROOT, "%3.0f%%|%s| %d/%d", part * 100, bar, done, total);
    }

    /** {@code 03:10}, with hours only where there are any. */
    static String clock(double seconds) {
        int whole = (int) seconds;
        return whole < 3600
                ? String.format(Locale.ROOT, "%02d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
