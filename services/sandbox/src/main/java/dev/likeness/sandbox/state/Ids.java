package dev.likeness.sandbox.state;

import java.security.SecureRandom;
import java.util.Locale;

/** Random ids in the provider's alphabet. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Ids() {}

    /** 26 characters: 130 random bits. */
    public static String next() {
        StringBuilder id = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /** For delivery addresses: 52 characters, mixed case. */
    public static String token() {
        return next() + next().toUpperCase(Locale.ROOT);
    }

    /** A seed as the provider draws it: 0 to 65535. */
    public static long seed() {
        return RANDOM.nextInt(65_536);
    }
}
