package dev.likeness.person;

import java.util.regex.Pattern;

/**
 * A person's id: 1 to 40 letters and digits, at least one of them a digit, so that the trigger word
 * made from it is never a word of a language.
 */
public record UserId(String value) {

    private static final Pattern FORM = Pattern.compile("(?=[A-Za-z]*[0-9])[A-Za-z0-9]{1,40}");
    private static final Pattern UUID_FORM = Pattern
            .compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /**
     * @throws IllegalArgumentException if the value has another form; the message says which form is
     * wanted
     */
    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A user id has 1 to 40 letters and digits, at least one of them a digit; this one has "
                            + value.length() + " characters" + (value.isEmpty() ? "" : " of which some do not fit"));
        }
    }

    /**
     * Takes a UUID without its hyphens, anything else as it is.
     *
     * @throws IllegalArgumentException if the value has another form
     */
    public static UserId of(String text) {
        return new UserId(UUID_FORM.matcher(text).matches() ? text.replace("-", "") : text);
    }

    @Override
    public String toString() {
        return value;
    }
}
