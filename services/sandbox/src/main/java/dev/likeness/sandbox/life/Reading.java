package dev.likeness.sandbox.life;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a training's ZIP.
 *
 * @param files entries extracted, as the trainer counts them: captions too
 * @param photos the images, in the ZIP's order
 * @param failure the trainer's error, if the ZIP could not be used
 */
public record Reading(Instant at, int files, List<Photo> photos, @Nullable String failure) {

    public Reading {
        photos = List.copyOf(photos);
    }

    /** @param caption the same-stem text file's content; empty if the photo came without one */
    public record Photo(String name, String caption) {}

    public static Reading failed(Instant at, String failure) {
        return new Reading(at, 0, List.of(), failure);
    }
}
