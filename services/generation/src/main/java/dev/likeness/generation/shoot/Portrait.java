package dev.likeness.generation.shoot;

import dev.likeness.generation.likeness.Likeness;

/**
 * An output that has been copied and is the picture it claims to be.
 *
 * @param width pixels
 * @param height pixels
 * @param size bytes
 * @param seed of the prediction it came from
 * @param likeness to the person's own photos
 */
public record Portrait(Frame frame, String contentType, int width, int height, long size, long seed,
        Likeness likeness) {

    public Portrait with(Likeness measured) {
        return new Portrait(frame, contentType, width, height, size, seed, measured);
    }
}
