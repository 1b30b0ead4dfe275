package dev.likeness.validation.judging;

import java.util.Locale;

/** Numbers as sentences show them. */
final class Figures {

    private Figures() {}

    static String of(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** Whole where it is, else with one decimal. */
    static String of(double number) {
        return number == Math.rint(number) ? of((long) number) : String.format(Locale.ENGLISH, "%,.1f", number);
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** To two decimals, so that what is told and stored is what was meant. */
    static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }

    static String counted(long number, String one, String several) {
        return of(number) + " " + (number == 1 ? one : several);
    }
}
