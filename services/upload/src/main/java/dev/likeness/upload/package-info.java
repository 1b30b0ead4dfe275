/**
 * Users and their epoch, sets of photos, and the edge that every client speaks to. In:
 * {@code ImagesValidated}, {@code TrainingRequested}, {@code TrainingFailed}. Out:
 * {@code ImagesUploaded}.
 */
@NullMarked
package dev.likeness.upload;

import org.jspecify.annotations.NullMarked;
