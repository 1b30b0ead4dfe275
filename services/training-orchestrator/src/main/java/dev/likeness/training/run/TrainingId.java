package dev.likeness.training.run;

import java.util.UUID;

public record TrainingId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static TrainingId of(String text) {
        return new TrainingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
