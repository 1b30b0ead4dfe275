package dev.likeness.generation.concepts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a concept of the catalogue is for; each theme is one file of it. */
public enum Theme {
    BUSINESS,
    CASUAL,
    OUTDOOR,
    STUDIO,
    TRAVEL,
    EVENING,
    SEASONS;

    public static Optional<Theme> of(String text) {
        return Arrays.stream(values()).filter(theme -> theme.text().equals(text)).findFirst();
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
