package dev.likeness.person;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The word that stands for a person, in the training and in every prompt. Made here and nowhere
 * else, from the user id alone: a word that differs between the two makes portraits of somebody
 * else.
 */
public final class TriggerWord {

    // The underscore counts, so that a word with something appended is a foreign word and not this one with a tail.
    private static final Pattern ANY = Pattern.compile("\\buser(?=[a-z_]*[0-9])[a-z0-9_]+\\b",
            Pattern.CASE_INSENSITIVE);

    private final UserId userId;

    private TriggerWord(UserId userId) {
        this.userId = userId;
    }

    public static TriggerWord of(UserId userId) {
        return new TriggerWord(userId);
    }

    public String value() {
        return "user" + userId.value();
    }

    /**
     * How often this word stands in the text as a whole token; {@code user1} does not stand in
     * {@code user12}.
     */
    public int countIn(String text) {
        int count = 0;
        Matcher words = ANY.matcher(text);
        while (words.find()) {
            if (words.group().equals(value())) {
                count++;
            }
        }
        return count;
    }

    /** Whether the text names a trigger word, of whatever spelling, that is not this one. */
    public boolean foreignIn(String text) {
        return ANY.matcher(text).results().anyMatch(word -> !word.group().equals(value()));
    }

    /** The text without any trigger word, this one or another's. */
    public static String strip(String text) {
        return ANY.matcher(text).replaceAll("");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TriggerWord word && word.userId.equals(userId);
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }

    @Override
    public String toString() {
        return value();
    }
}
