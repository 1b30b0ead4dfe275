package dev.likeness.generation.shoot;

import java.util.regex.Pattern;

/**
 * A trained model as events name it: {@code owner/name:} and the 64 hexadecimal digits of its
 * version.
 */
public record ModelVersion(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,100}/[A-Za-z0-9._-]{1,200}:[0-9a-f]{64}");

    /** @throws IllegalArgumentException if it has another form */
    public ModelVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A model version is owner/name:version with a version of 64 hexadecimal digits");
        }
    }

    /** The 64 digits alone, which is what a prediction is asked of. */
    public String version() {
        return value.substring(value.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
