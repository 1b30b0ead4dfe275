/**
 * Taking a set in: its photos are recorded and their checks queued, no byte is read. In:
 * {@code ImagesUploaded}.
 */
@NullMarked
package dev.likeness.validation.recording;

import org.jspecify.annotations.NullMarked;
