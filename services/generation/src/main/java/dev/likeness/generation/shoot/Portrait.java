package dev.likeness.generation.shoot;

/**
 * An output that has been copied and is the picture it claims to be.
 *
 * @param width pixels
 * @param height pixels
 * @param size bytes
 * @param seed of the prediction it came from
 */
public record Portrait(Frame frame, String contentType, int width, int height, long size, long seed) {}
