package dev.likeness.person;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The prefix of every object key of one person in one epoch: 128 random bits as 32 hexadecimal
 * digits. It tells nothing about the person, and emptying it in every bucket removes all that the
 * epoch left there.
 */
public record Space(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public Space {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A space is 32 hexadecimal digits in lower case");
        }
    }

    /**
     * A new space; give a generator fit for secrets, because knowing a space is knowing where to look.
     */
    public static Space random(RandomGenerator random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return new Space(HexFormat.of().formatHex(bits));
    }

    @Override
    public String toString() {
        return value;
    }
}
