package dev.likeness.upload.set;

/**
 * What tells one photo's content from another's.
 *
 * @param size in bytes, at least 1
 */
public record Bytes(long size, Sha256 sha256) {}
