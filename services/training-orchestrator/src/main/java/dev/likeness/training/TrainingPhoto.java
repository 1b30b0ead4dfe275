package dev.likeness.training;

/**
 * A photo to train on.
 *
 * @param name of its prepared copy in the bucket of prepared photos
 * @param caption empty where the trainer captions it
 */
public record TrainingPhoto(String name, String caption) {}
