package dev.likeness.upload.set;

/**
 * Where a photo's bytes are.
 *
 * @param name of the object, in the bucket of selfies
 * @param contentType what the client called it
 */
public record StoredObject(String name, String contentType) {}
