package dev.likeness.gallery.portrait;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A portrait, by the id that its generation gave it: 1 to 64 letters, digits and hyphens, so it is
 * safe in a file name.
 */
public record PortraitId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public PortraitId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A portrait's id has 1 to 64 letters, digits and hyphens");
        }
    }

    /** Empty where it can't be the id of any portrait. */
    public static Optional<PortraitId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new PortraitId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
