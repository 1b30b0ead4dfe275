package dev.likeness.upload.set;

import java.util.Locale;
import java.util.regex.Pattern;

/** SHA-256 of a photo's bytes: 64 hexadecimal digits, kept in lower case. */
public record Sha256(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException if the value has another form
     */
    public Sha256 {
        value = value.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A SHA-256 is 64 hexadecimal digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
