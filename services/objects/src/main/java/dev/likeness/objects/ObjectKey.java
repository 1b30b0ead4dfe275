package dev.likeness.objects;

import dev.likeness.person.Space;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where an object is. The name is {@code {space}/{random}}: two parts, never more, and none that a
 * file system or a browser could take for a way up.
 */
public record ObjectKey(Bucket bucket, String name) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}/[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final int SPACE_DIGITS = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ObjectKey {
        if (!FORM.matcher(name).matches() || name.contains("..")) {
            // Without the name: it may have come from outside, and the message ends in a log.
            throw new IllegalArgumentException("An object's name is 32 hexadecimal digits, a slash, and 1 to 128 "
                    + "letters, digits, dots, hyphens or underscores without two dots in a row");
        }
    }

    /** A key that nobody can guess: 128 random bits in the person's space. */
    public static ObjectKey random(Bucket bucket, Space space) {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new ObjectKey(bucket, space.value() + "/" + HexFormat.of().formatHex(bits));
    }

    /** The key that an event or a row names. */
    public static ObjectKey in(Bucket bucket, String name) {
        return new ObjectKey(bucket, name);
    }

    public Space space() {
        return new Space(name.substring(0, SPACE_DIGITS));
    }

    /** The part after the space. */
    public String random() {
        return name.substring(SPACE_DIGITS + 1);
    }
}
