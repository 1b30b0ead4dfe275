package dev.likeness.objects;

/**
 * What the store says of an object without sending it.
 *
 * @param size in bytes
 * @param etag as the store made it, without quotes: an identity of the content, not always its MD5
 */
public record ObjectInfo(long size, String contentType, String etag) {}
