/**
 * Taking a set in: its photos are recorded and their checks queued, no byte is read. In:
 * {@code ImagesUploaded}; {@code TrainingFailed}, after which another training may be asked for.
 */
@NullMarked
package dev.likeness.validation.recording;

import org.jspecify.annotations.NullMarked;
