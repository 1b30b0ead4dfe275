/**
 * Checks every photo of a set, says why, and asks for a training when enough are good. In:
 * {@code ImagesUploaded}, {@code TrainingFailed}. Out: {@code ImagesValidated},
 * {@code TrainingRequested}.
 */
@NullMarked
package dev.likeness.validation;

import org.jspecify.annotations.NullMarked;
