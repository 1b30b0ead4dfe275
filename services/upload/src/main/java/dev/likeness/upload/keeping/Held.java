package dev.likeness.upload.keeping;

/**
 * How much is kept of a person.
 *
 * @param uploads sets in any state
 * @param complete sets that were completed, whatever became of them
 * @param photos photos whose bytes are here
 */
public record Held(long uploads, long complete, long photos) {}
