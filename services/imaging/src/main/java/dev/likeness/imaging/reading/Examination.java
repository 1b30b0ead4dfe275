package dev.likeness.imaging.reading;

/**
 * Everything wanted of one photo, from one decoding of it.
 *
 * @param prepared the upright copy in sRGB without metadata: a JPEG
 * @param thumbnail a small JPEG of it
 */
@SuppressWarnings("ArrayRecordComponent") // The files are handed on, never compared.
public record Examination(PhotoReading reading, byte[] prepared, byte[] thumbnail) {}
