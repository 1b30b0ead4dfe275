package dev.likeness.training.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

public record TrainingId(UUID value) {

    /** @throws IllegalArgumentException if the text is no UUID */
    public static TrainingId of(String text) {
        return new TrainingId(UUID.fromString(text));
    }

    /**
     * Of the training that is made when the person tries this one again: the same for the same wish,
     * however often it arrives.
     *
     * @param number which retry of this training, from 1
     */
    public TrainingId retry(int number) {
        return new TrainingId(UUID.nameUUIDFromBytes((value + ":retry:" + number).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
